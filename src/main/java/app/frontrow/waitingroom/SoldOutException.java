package app.frontrow.waitingroom;

import java.util.Map;

import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * Every seat of the concert is sold.
 */
public class SoldOutException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("sold-out", HttpStatus.CONFLICT,
			"all seats of `concertId` are sold", ConcertErrorDetail.ID);

	private static final long serialVersionUID = 1L;

	SoldOutException(long concertId) {
		super(CODE, Map.of("concertId", concertId));
	}

}
