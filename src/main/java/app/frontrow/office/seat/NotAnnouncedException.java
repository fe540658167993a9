package app.frontrow.office.seat;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The concert is a draft, so nobody can have a ticket for it yet.
 */
public class NotAnnouncedException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("not-announced", HttpStatus.CONFLICT,
			"announce the concert first; seats of a draft can only be blocked");

	private static final long serialVersionUID = 1L;

	NotAnnouncedException() {
		super(CODE);
	}

}
