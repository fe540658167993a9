package app.frontrow.waitingroom;

import java.util.Map;

import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;
import app.frontrow.waitingroom.place.PlaceStatus;

import org.springframework.http.HttpStatus;

/**
 * The place or the pass has ended.
 */
public class QueueTokenExpiredException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("queue-token-expired", HttpStatus.GONE,
			"join again; `tokenStatus` says how the place ended", ConcertErrorDetail.ID,
			Detail.text("tokenStatus", "How the place in the queue ended", PlaceStatus.EXPIRED.name()));

	private static final long serialVersionUID = 1L;

	private final PlaceStatus status;

	QueueTokenExpiredException(long concertId, PlaceStatus status) {
		super(CODE, Map.of("concertId", concertId, "tokenStatus", status));
		this.status = status;
	}

	/**
	 * Returns whether the place ended because its time ran out. It returns false if the
	 * member left or paid, or if the last seat was sold.
	 */
	public boolean passRanOut() {
		return this.status == PlaceStatus.EXPIRED;
	}

}
