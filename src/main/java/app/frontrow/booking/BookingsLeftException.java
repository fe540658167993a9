package app.frontrow.booking;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * Thrown when an account cannot be deleted, because the member holds seats or has tickets
 * for a coming show.
 */
public class BookingsLeftException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("bookings-left", HttpStatus.CONFLICT,
			"release held seats, and cancel tickets or wait for their shows");

	private static final long serialVersionUID = 1L;

	BookingsLeftException() {
		super(CODE);
	}

}
