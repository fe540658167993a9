package app.frontrow.reservations;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The reservation is over and can no longer be cancelled.
 */
public class NotCancellableException extends Refusal {

	private static final long serialVersionUID = 1L;

	NotCancellableException() {
		super(ErrorCode.NOT_CANCELLABLE);
	}

}
