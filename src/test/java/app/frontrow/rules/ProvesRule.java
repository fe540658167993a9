package app.frontrow.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that this test fails when a rule of the product is broken. Somebody has tried it:
 * they changed the guard as described, ran the test, saw it fail, and took the change
 * back. On a class, some tests of the class fail, but no single one is meant.
 * {@code RuleTableTests} writes all of these rules into {@code docs/rules.md}, and fails
 * when a guard no longer exists.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
@Repeatable(ProvesRule.Several.class)
public @interface ProvesRule {

	/** A sentence that can be read alone, without the full stop. */
	String rule();

	/**
	 * The code that keeps the rule: {@code Type}, {@code Type.member}, or
	 * {@code file:word} for a word in a file that is not Java, as in
	 * {@code queue.lua:let_in}. Empty if any code could break the rule.
	 */
	String guard() default "";

	/** What was changed to break the rule, as in "leaving out the price". */
	String brokenBy();

	/**
	 * Several rules of one test.
	 */
	@Retention(RetentionPolicy.RUNTIME)
	@Target({ ElementType.METHOD, ElementType.TYPE })
	@interface Several {

		ProvesRule[] value();

	}

}
