package app.frontrow.idempotency;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The first request with this key is still running.
 */
public class RequestInProgressException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("request-in-progress", HttpStatus.CONFLICT,
			"the first request with this key still runs: repeat it soon");

	private static final long serialVersionUID = 1L;

	RequestInProgressException() {
		super(CODE);
	}

	/**
	 * Returns false, because a repeated request soon gets the answer of the first one.
	 */
	@Override
	public boolean isFinal() {
		return false;
	}

}
