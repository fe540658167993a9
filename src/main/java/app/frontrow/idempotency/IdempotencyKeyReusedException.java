package app.frontrow.idempotency;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The key was used before for something else.
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
