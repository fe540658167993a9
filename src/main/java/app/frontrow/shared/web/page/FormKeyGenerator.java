package app.frontrow.shared.web.page;

import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Generates an idempotency key for each form whose action must not be repeated. So a form
 * that is sent twice (double click, reload, back button) takes effect once.
 */
@Component("formKeys")
public class FormKeyGenerator {

	/** The name of the form field with the key. */
	public static final String FIELD = "idempotencyKey";

	/**
	 * Generates a key for one form on one page view.
	 */
	public String generate() {
		return UUID.randomUUID().toString();
	}

}
