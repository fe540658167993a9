package app.frontrow.booking.office;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The seat to leave is not a paid seat of the order. Nothing has changed.
 */
public class NotReseatableException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("not-reseatable", HttpStatus.CONFLICT,
			"read the order: it is not paid, or the seat `from` is not one of its seats");

	private static final long serialVersionUID = 1L;

	public NotReseatableException() {
		super(CODE);
	}

}
