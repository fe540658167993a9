package app.frontrow.waitingroom;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;
import app.frontrow.waitingroom.place.PlaceStatus;

/**
 * The place or the pass has ended.
 */
public class QueueTokenExpiredException extends Refusal {

	private static final long serialVersionUID = 1L;

	private final PlaceStatus status;

	QueueTokenExpiredException(long concertId, PlaceStatus status) {
		super(ErrorCode.QUEUE_TOKEN_EXPIRED, Map.of("concertId", concertId, "tokenStatus", status));
		this.status = status;
	}

	/**
	 * Whether the place ended by time. It did not if the member left or paid, or if the
	 * last seat was sold.
	 */
	public boolean passRanOut() {
		return this.status == PlaceStatus.EXPIRED;
	}

}
