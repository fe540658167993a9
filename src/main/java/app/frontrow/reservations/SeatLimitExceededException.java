package app.frontrow.reservations;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The member would have too many seats of the concert. No seat was held.
 */
public class SeatLimitExceededException extends Refusal {

	private static final long serialVersionUID = 1L;

	SeatLimitExceededException(int limit, long concertId) {
		super(ErrorCode.SEAT_LIMIT_EXCEEDED, Map.of("limit", limit, "concertId", concertId));
	}

}
