package app.frontrow.catalogue.edit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * A changed concert leaves out shows without asking to withdraw them.
 */
public class ShowsLeftOutException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("shows-left-out", HttpStatus.CONFLICT,
			"name all shows, or the ids of `shows` in `withdrawShows`", ConcertErrorDetail.ID,
			Detail.list("shows", LeftOut.class, "The shows that a change leaves out",
					List.of(Map.of("id", 102, "startsAt", "2099-06-02T10:00:00Z"))));

	private static final long serialVersionUID = 1L;

	/**
	 * Lists the shows in the answer.
	 * @param shows the shows that it leaves out, soonest first
	 */
	public ShowsLeftOutException(long concertId, List<Show> shows) {
		super(CODE, Map.of("concertId", concertId, "shows",
				shows.stream().map((show) -> new LeftOut(show.id(), show.startsAt())).toList()));
	}

	/** A show in the answer. */
	public record LeftOut(long id, Instant startsAt) {
	}

}
