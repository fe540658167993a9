package app.frontrow.idempotency;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The member used the key before for a request with another content.
 */
public class IdempotencyKeyReusedException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT,
			"the key belongs to another request: use a new one");

	private static final long serialVersionUID = 1L;

	IdempotencyKeyReusedException() {
		super(CODE);
	}

}
