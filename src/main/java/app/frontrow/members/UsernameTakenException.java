package app.frontrow.members;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * Somebody already has this username.
 */
public class UsernameTakenException extends Refusal {

	private static final long serialVersionUID = 1L;

	UsernameTakenException() {
		super(ErrorCode.USERNAME_TAKEN);
	}

}
