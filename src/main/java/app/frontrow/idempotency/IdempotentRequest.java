package app.frontrow.idempotency;

import java.util.UUID;
import java.util.regex.Pattern;

import app.frontrow.shared.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a request: two requests with equal member, endpoint and key are the same.
 *
 * @param memberId the member who sends the request
 * @param endpoint the name of the operation, at most 40 ASCII characters
 * @param key the client's key, 1 to 255 visible ASCII characters; null if the request has
 * no key, so that nothing is recorded
 * @param content the content of the request; the same key with another content is refused
 */
public record IdempotentRequest(UUID memberId, String endpoint, @Nullable String key, Object content) {

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
