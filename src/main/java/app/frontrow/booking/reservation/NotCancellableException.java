package app.frontrow.booking.reservation;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The reservation has ended and cannot be cancelled.
 */
public class NotCancellableException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("not-cancellable", HttpStatus.CONFLICT,
			"read the reservation: nothing is left to do");

	private static final long serialVersionUID = 1L;

	public NotCancellableException() {
		super(CODE);
	}

}
