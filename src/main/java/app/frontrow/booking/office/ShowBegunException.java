package app.frontrow.booking.office;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The show has begun, so its seats stay as they are.
 */
public class ShowBegunException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("show-begun", HttpStatus.CONFLICT,
			"seats change only before the show begins");

	private static final long serialVersionUID = 1L;

	public ShowBegunException() {
		super(CODE);
	}

}
