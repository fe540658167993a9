package app.frontrow.waitingroom.redis;

import java.util.List;

import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.token.QueueTicket;

/**
 * A script's answer about one place. Times are ms of the Redis server's clock.
 *
 * @param status a {@link PlaceStatus}. After joining it is GIVEN, KNOWN or CLOSED. It is
 * DRAWN if the caller must say which place the number drew
 * @param number the number of the place
 * @param peopleAhead undecided places ahead; -1 before the opening
 */
public record PlaceScriptResult(String status, long number, long issuedAt, long peopleAhead, long admittedAt,
		long passEndsAt, QueueSnapshot snapshot) {

	/** Reads a row as {@code places.lua} writes it. */
	static PlaceScriptResult ofRow(List<?> row, QueueSnapshot snapshot) {
		return new PlaceScriptResult((String) row.get(0), (Long) row.get(1), (Long) row.get(2), (Long) row.get(3),
				(Long) row.get(4), (Long) row.get(5), snapshot);
	}

	/** The answer for a place that is far from the front. The snapshot is enough. */
	public static PlaceScriptResult ofFarPlace(QueueTicket ticket, long place, QueueSnapshot snapshot) {
		return new PlaceScriptResult(PlaceStatus.WAITING.name(), ticket.number(), ticket.issuedAt().toEpochMilli(),
				snapshot.aheadOfFar(place), 0, 0, snapshot);
	}

	/** Whether the status has this name. */
	public boolean hasStatus(String name) {
		return this.status.equals(name);
	}

	/** The status of a place that was looked at. */
	public PlaceStatus placeStatus() {
		return PlaceStatus.valueOf(this.status);
	}

}
