package app.frontrow.waitingroom.token;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * The queue token is for another concert.
 */
public class QueueTokenWrongConcertException extends Refusal {

	private static final long serialVersionUID = 1L;

	public QueueTokenWrongConcertException(long concertId) {
		super(ErrorCode.QUEUE_TOKEN_WRONG_CONCERT, Map.of("concertId", concertId));
	}

}
