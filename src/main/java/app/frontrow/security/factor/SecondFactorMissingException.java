package app.frontrow.security.factor;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The member has no second factor, so there is nothing to compare a code with.
 */
public class SecondFactorMissingException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("second-factor-missing", HttpStatus.CONFLICT,
			"set one up at `/office/security` in a browser");

	private static final long serialVersionUID = 1L;

	public SecondFactorMissingException() {
		super(CODE);
	}

}
