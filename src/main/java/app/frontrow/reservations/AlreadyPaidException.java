package app.frontrow.reservations;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The reservation is already paid. Nothing was paid a second time.
 */
public class AlreadyPaidException extends Refusal {

	private static final long serialVersionUID = 1L;

	AlreadyPaidException() {
		super(ErrorCode.ALREADY_PAID);
	}

}
