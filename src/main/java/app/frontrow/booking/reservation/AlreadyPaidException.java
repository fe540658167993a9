package app.frontrow.booking.reservation;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The reservation is already paid. Nothing was paid a second time.
 */
public class AlreadyPaidException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("already-paid", HttpStatus.CONFLICT,
			"read the reservation: nothing is left to do");

	private static final long serialVersionUID = 1L;

	public AlreadyPaidException() {
		super(CODE);
	}

}
