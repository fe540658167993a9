package app.frontrow.staff;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The invitation has been used, is too old, or never existed.
 */
public class InviteEndedException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("invite-ended", HttpStatus.CONFLICT,
			"ask an owner for another link");

	private static final long serialVersionUID = 1L;

	public InviteEndedException() {
		super(CODE);
	}

}
