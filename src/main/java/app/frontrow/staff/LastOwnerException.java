package app.frontrow.staff;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The role is the last one that may give roles, so it cannot be taken away.
 */
public class LastOwnerException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("last-owner", HttpStatus.CONFLICT,
			"make another member an owner first");

	private static final long serialVersionUID = 1L;

	public LastOwnerException() {
		super(CODE);
	}

}
