package app.frontrow.reservations;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The reservation has ended and cannot be cancelled.
 */
public class NotCancellableException extends Refusal {

	private static final long serialVersionUID = 1L;

	NotCancellableException() {
		super(ErrorCode.NOT_CANCELLABLE);
	}

}
