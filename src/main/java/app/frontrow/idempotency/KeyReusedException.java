package app.frontrow.idempotency;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The key was used before for something else.
 */
public class KeyReusedException extends Refusal {

	private static final long serialVersionUID = 1L;

	KeyReusedException() {
		super(ErrorCode.IDEMPOTENCY_KEY_REUSED);
	}

}
