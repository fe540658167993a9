package app.frontrow.shared.error;

import java.util.Map;

/**
 * The caller sent too many requests in a short time. The request changed nothing, and the
 * caller loses nothing.
 */
public class TooManyRequestsException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = ErrorCode.TOO_MANY_REQUESTS;

	private static final long serialVersionUID = 1L;

	private final long retryAfterSeconds;

	/**
	 * Makes a refusal that says when to try again.
	 * @param retryAfterSeconds seconds after which the caller may try again, at least 1
	 */
	public TooManyRequestsException(long retryAfterSeconds) {
		super(CODE, Map.of("retryAfterSeconds", retryAfterSeconds));
		this.retryAfterSeconds = retryAfterSeconds;
	}

	/**
	 * Returns the seconds after which the caller may try again, at least 1.
	 */
	public long retryAfterSeconds() {
		return this.retryAfterSeconds;
	}

}
