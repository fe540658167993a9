package app.frontrow.shared.web.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the refusals that are an operation's own, for the document of the API. What
 * follows from its shape (a body, a path, a token, a key) is known without.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ApiErrors {

	/** The refusals, and what the framework throws in place of one. */
	Class<? extends RuntimeException>[] value();

}
