package app.frontrow.booking.office;

import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The new seat has another grade or price than the paid one. Nothing has changed.
 */
public class OtherGradeException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("other-grade", HttpStatus.CONFLICT,
			"choose a seat of the grade and price that was paid",
			Detail.text("grade", "The grade of the paid seat", "VIP"));

	private static final long serialVersionUID = 1L;

	public OtherGradeException(String grade) {
		super(CODE, Map.of("grade", grade));
	}

}
