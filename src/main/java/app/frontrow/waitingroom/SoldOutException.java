package app.frontrow.waitingroom;

import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * Every seat of the concert is sold.
 */
public class SoldOutException extends Refusal {

	private static final long serialVersionUID = 1L;

	SoldOutException(long concertId) {
		super(ErrorCode.SOLD_OUT, Map.of("concertId", concertId));
	}

}
