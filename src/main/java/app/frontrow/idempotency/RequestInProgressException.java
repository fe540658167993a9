package app.frontrow.idempotency;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The first request with this key is still at work.
 */
public class RequestInProgressException extends Refusal {

	private static final long serialVersionUID = 1L;

	RequestInProgressException() {
		super(ErrorCode.REQUEST_IN_PROGRESS);
	}

}
