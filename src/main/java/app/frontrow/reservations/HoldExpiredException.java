package app.frontrow.reservations;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The hold has expired and its seats are free.
 */
public class HoldExpiredException extends Refusal {

	private static final long serialVersionUID = 1L;

	HoldExpiredException(long concertId) {
		super(ErrorCode.HOLD_EXPIRED, Map.of("concertId", concertId));
	}

}
