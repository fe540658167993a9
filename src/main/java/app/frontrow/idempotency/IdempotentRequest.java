package app.frontrow.idempotency;

import java.util.UUID;
import java.util.regex.Pattern;

import app.frontrow.shared.error.InvalidInputException;

/**
 * What makes a request the same request.
 *
 * @param memberId whose request
 * @param endpoint which operation, at most 40 ASCII characters
 * @param key the client's key, 1 to 255 visible ASCII characters; null for a request that
 * is not to be remembered
 * @param content what is asked for; the same key with another content is refused
 */
public record IdempotentRequest(UUID memberId, String endpoint, String key, Object content) {

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

	/**
	 * Makes a request.
	 * @throws InvalidInputException if the key is not 1 to 255 visible ASCII characters
	 */
	public IdempotentRequest {
		if (key != null && !KEY.matcher(key).matches()) {
			throw new InvalidInputException("Idempotency-Key", "idempotency-key");
		}
	}

}
