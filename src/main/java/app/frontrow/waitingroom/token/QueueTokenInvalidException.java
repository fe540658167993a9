package app.frontrow.waitingroom.token;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The queue token is missing, malformed, forged or another member's.
 */
public class QueueTokenInvalidException extends Refusal {

	private static final long serialVersionUID = 1L;

	public QueueTokenInvalidException() {
		super(ErrorCode.QUEUE_TOKEN_INVALID);
	}

}
