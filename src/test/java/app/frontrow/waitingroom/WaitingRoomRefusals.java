package app.frontrow.waitingroom;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.shared.error.Refusal;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;
import app.frontrow.waitingroom.token.QueueTokenWrongConcertException;

/**
 * The refusals of the waiting room, for tests of other modules.
 */
public final class WaitingRoomRefusals {

	private WaitingRoomRefusals() {
	}

	/** No token, a forged one or a borrowed one. */
	public static Refusal invalid() {
		return new QueueTokenInvalidException();
	}

	/** Still at place 4. */
	public static Refusal waiting() {
		return new NotYourTurnException(new QueuePlace("token", 42, new UUID(0, 1), PlaceStatus.WAITING, 4L, 3L, null,
				2_000L, Instant.EPOCH, null, null, null, null, null));
	}

	/** The pass has ended. */
	public static Refusal expired() {
		return new QueueTokenExpiredException(42, PlaceStatus.EXPIRED);
	}

	/** The token of another concert. */
	public static Refusal wrongConcert() {
		return new QueueTokenWrongConcertException(42);
	}

}
