package app.frontrow.reservations;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The reservation is already paid. Nothing was paid a second time.
 */
public class AlreadyPaidException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("already-paid", HttpStatus.CONFLICT,
			"read the reservation: nothing is left to do");

	private static final long serialVersionUID = 1L;

	AlreadyPaidException() {
		super(CODE);
	}

}
