package app.frontrow.waitingroom.redis;

import java.util.List;

import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.token.Ticket;

/**
 * What a script answers about a place. Times are ms of the Redis server's clock.
 *
 * @param status a {@link PlaceStatus}, or what came of joining: GIVEN, KNOWN, CLOSED, or
 * DRAWN if the caller must say which place was drawn
 * @param number of the place
 * @param ahead undecided places ahead; -1 before the opening
 */
public record PlaceAnswer(String status, long number, long issuedAt, long ahead, long admittedAt, long endsAt,
		QueueSnapshot snapshot) {

	public static PlaceAnswer of(List<?> place, QueueSnapshot snapshot) {
		return new PlaceAnswer((String) place.get(0), number(place.get(1)), number(place.get(2)), number(place.get(3)),
				number(place.get(4)), number(place.get(5)), snapshot);
	}

	/** A waiter so far from the front that the snapshot says all. */
	public static PlaceAnswer far(Ticket ticket, long place, QueueSnapshot snapshot) {
		return new PlaceAnswer(PlaceStatus.WAITING.name(), ticket.seq(), ticket.issuedAt().toEpochMilli(),
				snapshot.aheadOfFar(place), 0, 0, snapshot);
	}

	public boolean is(String what) {
		return this.status.equals(what);
	}

	public PlaceStatus placeStatus() {
		return PlaceStatus.valueOf(this.status);
	}

	private static long number(Object value) {
		return (value instanceof Long number) ? number : Long.parseLong((String) value);
	}

}
