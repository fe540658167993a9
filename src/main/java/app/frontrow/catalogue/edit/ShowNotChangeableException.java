package app.frontrow.catalogue.edit;

import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The show has begun, or was cancelled or withdrawn already.
 */
public class ShowNotChangeableException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("show-not-changeable", HttpStatus.CONFLICT,
			"the show has begun, or does not take place any more: read the concert again",
			Detail.number("showId", "The id of the show", 102));

	private static final long serialVersionUID = 1L;

	public ShowNotChangeableException(long showId) {
		super(CODE, Map.of("showId", showId));
	}

}
