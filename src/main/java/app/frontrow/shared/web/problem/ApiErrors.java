package app.frontrow.shared.web.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the special refusals of an operation for the OpenAPI document. Refusals that
 * follow from its body, path, token or idempotency key are added without this annotation.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ApiErrors {

	/** The classes of the refusals, or exceptions of Spring that become a problem. */
	Class<? extends RuntimeException>[] value();

}
