package app.frontrow.catalogue;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * Seats of the concert are held or sold, so its shows and prices cannot change.
 */
public class ConcertHasSalesException extends Refusal {

	private static final long serialVersionUID = 1L;

	public ConcertHasSalesException(long concertId) {
		super(ErrorCode.CONCERT_HAS_SALES, Map.of("concertId", concertId));
	}

}
