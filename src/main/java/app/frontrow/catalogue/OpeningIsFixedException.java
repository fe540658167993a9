package app.frontrow.catalogue;

import java.time.Instant;
import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * Sales have opened, or are about to, so the opening cannot be put off: it decides the
 * order of those who came before it.
 */
public class OpeningIsFixedException extends Refusal {

	private static final long serialVersionUID = 1L;

	OpeningIsFixedException(long concertId, Instant salesOpenAt) {
		super(ErrorCode.OPENING_IS_FIXED, Map.of("concertId", concertId, "salesOpenAt", salesOpenAt.toString()));
	}

}
