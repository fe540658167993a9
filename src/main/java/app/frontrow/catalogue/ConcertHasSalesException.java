package app.frontrow.catalogue;

import java.util.Map;

import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * Seats of the concert are held or sold, so its shows and prices cannot change.
 */
public class ConcertHasSalesException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("concert-has-sales", HttpStatus.CONFLICT,
			"dates and prices cannot change while seats are held or sold", ConcertErrorDetail.ID);

	private static final long serialVersionUID = 1L;

	public ConcertHasSalesException(long concertId) {
		super(CODE, Map.of("concertId", concertId));
	}

}
