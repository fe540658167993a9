package app.frontrow.booking.reservation;

import java.util.Map;

import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The member would have too many seats of the concert. No seat was held.
 */
public class SeatLimitExceededException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("seat-limit-exceeded", HttpStatus.CONFLICT,
			"ask for less: `limit`", Detail.number("limit", "seats", 4), ConcertErrorDetail.ID);

	private static final long serialVersionUID = 1L;

	public SeatLimitExceededException(int limit, long concertId) {
		super(CODE, Map.of("limit", limit, "concertId", concertId));
	}

}
