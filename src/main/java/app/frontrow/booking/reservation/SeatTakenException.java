package app.frontrow.booking.reservation;

import java.util.List;
import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * At least one of the seats is held or sold. No seat was held.
 */
public class SeatTakenException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("seat-taken", HttpStatus.CONFLICT,
			"choose other seats than `seatNumbers`",
			Detail.list("seatNumbers", Integer.class, "The seats taken", List.of(7, 8)),
			Detail.number("showId", "The show of the seats", 101));

	private static final long serialVersionUID = 1L;

	public SeatTakenException(List<Integer> seatNumbers, long showId) {
		super(CODE, Map.of("seatNumbers", seatNumbers, "showId", showId));
	}

}
