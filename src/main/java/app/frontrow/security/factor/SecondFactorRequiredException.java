package app.frontrow.security.factor;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

/**
 * The session has not passed the second step, or the factors have changed since.
 */
public class SecondFactorRequiredException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = ErrorCode.SECOND_FACTOR_REQUIRED;

	private static final long serialVersionUID = 1L;

	public SecondFactorRequiredException() {
		super(CODE);
	}

}
