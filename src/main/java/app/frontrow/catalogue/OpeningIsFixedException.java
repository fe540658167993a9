package app.frontrow.catalogue;

import java.time.Instant;
import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

import org.springframework.http.HttpStatus;

/**
 * Sales have opened, or are about to, so the opening cannot be put off: it decides the
 * order of those who came before it.
 */
public class OpeningIsFixedException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("opening-is-fixed", HttpStatus.CONFLICT,
			"sales are open, or open within a minute, and cannot be postponed: pause admission", ConcertDetail.ID,
			ConcertDetail.SALES_OPEN_AT);

	private static final long serialVersionUID = 1L;

	OpeningIsFixedException(long concertId, Instant salesOpenAt) {
		super(CODE, Map.of("concertId", concertId, "salesOpenAt", salesOpenAt.toString()));
	}

}
