package app.frontrow.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * A changed concert leaves out shows without asking to withdraw them.
 */
public class ShowsLeftOutException extends Refusal {

	private static final long serialVersionUID = 1L;

	/**
	 * Lists the shows in the answer.
	 * @param shows the shows that it leaves out, soonest first
	 */
	public ShowsLeftOutException(long concertId, List<Show> shows) {
		super(ErrorCode.SHOWS_LEFT_OUT, Map.of("concertId", concertId, "shows",
				shows.stream().map((show) -> new LeftOut(show.id(), show.startsAt())).toList()));
	}

	/** A show in the answer. */
	public record LeftOut(long id, Instant startsAt) {
	}

}
