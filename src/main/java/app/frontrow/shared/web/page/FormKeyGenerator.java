package app.frontrow.shared.web.page;

import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Gives each form that spends or holds a key of its own, so that sending it twice (double
 * click, reload, back button) does nothing twice.
 */
@Component("formKeys")
public class FormKeyGenerator {

	/** Name of the field that carries the key. */
	public static final String FIELD = "idempotencyKey";

	/**
	 * A key for one form on one page view.
	 */
	public String generate() {
		return UUID.randomUUID().toString();
	}

}
