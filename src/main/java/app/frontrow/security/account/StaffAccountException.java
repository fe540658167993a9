package app.frontrow.security.account;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The account runs the ticket office, so it cannot be deleted.
 */
public class StaffAccountException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("staff-account", HttpStatus.CONFLICT,
			"take the role of the account away first");

	private static final long serialVersionUID = 1L;

	StaffAccountException() {
		super(CODE);
	}

}
