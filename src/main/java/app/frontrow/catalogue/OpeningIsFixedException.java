package app.frontrow.catalogue;

import java.time.Instant;
import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * Sales have opened or open within a minute, so the opening cannot be put off. It decides
 * the order of the queue.
 */
public class OpeningIsFixedException extends Refusal {

	private static final long serialVersionUID = 1L;

	OpeningIsFixedException(long concertId, Instant salesOpenAt) {
		super(ErrorCode.OPENING_IS_FIXED, Map.of("concertId", concertId, "salesOpenAt", salesOpenAt.toString()));
	}

}
