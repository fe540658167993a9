package app.frontrow.waitingroom;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;
import app.frontrow.waitingroom.place.QueuePlace;

/**
 * The member still waits.
 */
public class NotYourTurnException extends Refusal {

	private static final long serialVersionUID = 1L;

	NotYourTurnException(QueuePlace place) {
		super(ErrorCode.NOT_YOUR_TURN, Map.of("concertId", place.concertId(), "position", place.position(),
				"pollAfterMs", place.pollAfterMs()));
	}

}
