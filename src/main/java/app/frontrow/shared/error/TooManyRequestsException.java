package app.frontrow.shared.error;

import java.util.Map;

/**
 * More requests in a short time than a person needs. Nothing was done, and nothing is
 * lost.
 */
public class TooManyRequestsException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = ErrorCode.TOO_MANY_REQUESTS;

	private static final long serialVersionUID = 1L;

	private final long retryAfterSeconds;

	/**
	 * A refusal that says when to try again.
	 * @param retryAfterSeconds at least 1
	 */
	public TooManyRequestsException(long retryAfterSeconds) {
		super(CODE, Map.of("retryAfterSeconds", retryAfterSeconds));
		this.retryAfterSeconds = retryAfterSeconds;
	}

	/**
	 * When to try again, at least 1.
	 */
	public long retryAfterSeconds() {
		return this.retryAfterSeconds;
	}

}
