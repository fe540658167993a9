package app.frontrow.waitingroom;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;

/**
 * Refusals of the waiting room for tests of other modules.
 */
public final class QueueRefusals {

	private QueueRefusals() {
	}

	/** The member waits at place 1,234. */
	public static NotYourTurnException notYourTurn(long concertId) {
		return new NotYourTurnException(new QueuePlace("token", concertId, new UUID(0, 1), PlaceStatus.WAITING, 1_234L,
				1_233L, null, 5_000L, Instant.EPOCH, null, null, null, null, null));
	}

	/** The token is missing. */
	public static QueueTokenInvalidException invalid() {
		return new QueueTokenInvalidException();
	}

	/** The pass ran out. */
	public static QueueTokenExpiredException expired(long concertId) {
		return new QueueTokenExpiredException(concertId, PlaceStatus.EXPIRED);
	}

}
