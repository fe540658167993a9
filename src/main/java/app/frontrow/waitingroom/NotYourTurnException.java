package app.frontrow.waitingroom;

import java.util.Map;

import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;
import app.frontrow.waitingroom.place.QueuePlace;

import org.springframework.http.HttpStatus;

/**
 * The member is still waiting in the queue.
 */
public class NotYourTurnException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("not-your-turn", HttpStatus.FORBIDDEN,
			"keep polling: `position`, `pollAfterMs`",
			Detail.number("position", "The place in the queue, from 1", 1204),
			Detail.number("pollAfterMs", "Milliseconds after which to ask for the place again", 5200),
			ConcertErrorDetail.ID);

	private static final long serialVersionUID = 1L;

	NotYourTurnException(QueuePlace place) {
		super(CODE, Map.of("concertId", place.concertId(), "position", place.position(), "pollAfterMs",
				place.pollAfterMs()));
	}

}
