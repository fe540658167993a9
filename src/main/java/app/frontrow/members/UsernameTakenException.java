package app.frontrow.members;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * Another account already has this username.
 */
public class UsernameTakenException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("username-taken", HttpStatus.CONFLICT, "choose another one");

	private static final long serialVersionUID = 1L;

	UsernameTakenException() {
		super(CODE);
	}

}
