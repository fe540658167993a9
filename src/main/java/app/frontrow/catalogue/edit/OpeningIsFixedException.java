package app.frontrow.catalogue.edit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The opening of sales decides the order of the queue. It is past or less than a minute
 * away, so it cannot be put off.
 */
public class OpeningIsFixedException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("opening-is-fixed", HttpStatus.CONFLICT,
			"sales are open, or open within a minute, and cannot be postponed: pause admission", ConcertErrorDetail.ID,
			ConcertErrorDetail.SALES_OPEN_AT);

	/**
	 * The opening cannot be put off during this time before it. Every instance knows the
	 * opening by then, and draws the order of early members from it.
	 */
	private static final Duration FIXED_BEFORE = Duration.ofMinutes(1);

	private static final long serialVersionUID = 1L;

	public OpeningIsFixedException(long concertId, Instant salesOpenAt) {
		super(CODE, Map.of("concertId", concertId, "salesOpenAt", salesOpenAt.toString()));
	}

	/**
	 * Refuses to put off an opening that is fixed. An opening that is past may be
	 * corrected to another time in the past.
	 */
	public static void requireMovable(long concertId, Instant salesOpenAt, Instant wanted, Instant now) {
		boolean isFixed = !now.isBefore(salesOpenAt.minus(FIXED_BEFORE));
		if (isFixed && wanted.isAfter(salesOpenAt) && wanted.isAfter(now)) {
			throw new OpeningIsFixedException(concertId, salesOpenAt);
		}
	}

}
