package app.frontrow.waitingroom.token;

import java.util.Map;

import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * The queue token is for another concert.
 */
public class QueueTokenWrongConcertException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("queue-token-wrong-concert", HttpStatus.FORBIDDEN,
			"join the queue of `concertId`", ConcertErrorDetail.ID);

	private static final long serialVersionUID = 1L;

	public QueueTokenWrongConcertException(long concertId) {
		super(CODE, Map.of("concertId", concertId));
	}

}
