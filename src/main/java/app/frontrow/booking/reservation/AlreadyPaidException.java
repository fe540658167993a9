package app.frontrow.booking.reservation;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The reservation is already paid. Nothing was paid a second time.
 */
public class AlreadyPaidException extends Refusal {

	/** The balance, which the answer has if the request also topped up. */
	static final Detail BALANCE = Detail.won("balance", "Won, after a top-up that stands", 300_000).onlySometimes();

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("already-paid", HttpStatus.CONFLICT,
			"read the reservation: nothing is left to do", BALANCE);

	private static final long serialVersionUID = 1L;

	public AlreadyPaidException() {
		super(CODE);
	}

}
