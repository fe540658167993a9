package app.frontrow.idempotency;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The first request with this key is still at work.
 */
public class RequestInProgressException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("request-in-progress", HttpStatus.CONFLICT,
			"the first request with this key still runs: repeat it soon");

	private static final long serialVersionUID = 1L;

	RequestInProgressException() {
		super(CODE);
	}

	/** The first request has an answer soon. */
	@Override
	public boolean isFinal() {
		return false;
	}

}
