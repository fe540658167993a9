package app.frontrow.waitingroom.token;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The queue token is missing, malformed, forged or another member's.
 */
public class QueueTokenInvalidException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("queue-token-invalid", HttpStatus.UNAUTHORIZED,
			"the token is missing, changed or another member's: join with your own account");

	private static final long serialVersionUID = 1L;

	public QueueTokenInvalidException() {
		super(CODE);
	}

}
