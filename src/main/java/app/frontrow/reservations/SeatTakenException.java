package app.frontrow.reservations;

import java.util.List;
import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * At least one of the seats is held or sold. No seat was held.
 */
public class SeatTakenException extends Refusal {

	private static final long serialVersionUID = 1L;

	SeatTakenException(List<Integer> seatNumbers, long showId) {
		super(ErrorCode.SEAT_TAKEN, Map.of("seatNumbers", seatNumbers, "showId", showId));
	}

}
