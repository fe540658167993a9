package app.frontrow.catalogue;

import java.time.Instant;
import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The opening of sales decides the order of the queue. It is past or less than a minute
 * away, so it cannot be put off.
 */
public class OpeningIsFixedException extends Refusal {

	private static final long serialVersionUID = 1L;

	OpeningIsFixedException(long concertId, Instant salesOpenAt) {
		super(ErrorCode.OPENING_IS_FIXED, Map.of("concertId", concertId, "salesOpenAt", salesOpenAt.toString()));
	}

}
