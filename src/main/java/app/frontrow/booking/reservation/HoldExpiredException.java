package app.frontrow.booking.reservation;

import java.util.Map;

import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The hold has expired and its seats are free.
 */
public class HoldExpiredException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("hold-expired", HttpStatus.GONE,
			"the seats are free again: hold again", ConcertErrorDetail.ID, AlreadyPaidException.BALANCE);

	private static final long serialVersionUID = 1L;

	public HoldExpiredException(long concertId) {
		super(CODE, Map.of("concertId", concertId));
	}

	/** Returns true, because an expired hold cannot become live again. */
	@Override
	public boolean isFinal() {
		return true;
	}

}
