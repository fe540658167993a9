package app.frontrow.waitingroom.redis;

import java.util.List;
import java.util.Set;

import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.EndReason;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.token.QueueTicket;
import org.jspecify.annotations.Nullable;

/**
 * A script's answer about one place. Times are milliseconds of the Redis server's clock.
 *
 * @param status a {@link PlaceStatus}, or an {@link EndReason} for an expired place.
 * After joining it is GIVEN, KNOWN or CLOSED. It is DRAWN if the caller must repeat the
 * call with the place that the number drew
 * @param number the number of the place
 * @param peopleAhead undecided places ahead; -1 before the opening
 * @param place the place in the order of admission; 0 if it is not known
 * @param claimedNow whether this call gave out the pass; true once for each admission
 */
public record PlaceScriptResult(String status, long number, long issuedAt, long peopleAhead, long admittedAt,
		long passEndsAt, QueueSnapshot snapshot, long place, boolean claimedNow) {

	/** Values of a row, without the one that is only there after a pass was given out. */
	private static final int ROW_SIZE = 6;

	private static final Set<String> EXPIRED_BY_ABSENCE = Set.of(EndReason.ABSENT.name(), EndReason.NOT_TAKEN.name());

	/** An answer that gave out no pass. */
	public PlaceScriptResult(String status, long number, long issuedAt, long peopleAhead, long admittedAt,
			long passEndsAt, QueueSnapshot snapshot, long place) {
		this(status, number, issuedAt, peopleAhead, admittedAt, passEndsAt, snapshot, place, false);
	}

	/** Reads a row as {@code places.lua} writes it. */
	static PlaceScriptResult ofRow(List<?> row, QueueSnapshot snapshot) {
		return new PlaceScriptResult((String) row.get(0), (Long) row.get(1), (Long) row.get(2), (Long) row.get(3),
				(Long) row.get(4), (Long) row.get(5), snapshot, 0, row.size() > ROW_SIZE);
	}

	/**
	 * Makes the answer for a place far from the front, for which the snapshot is enough.
	 */
	public static PlaceScriptResult ofFarPlace(QueueTicket ticket, long place, QueueSnapshot snapshot) {
		return new PlaceScriptResult(PlaceStatus.WAITING.name(), ticket.number(), ticket.issuedAt().toEpochMilli(),
				snapshot.aheadOfFar(place), 0, 0, snapshot, place);
	}

	/** Creates the answer for a member who waits for the opening. */
	public static PlaceScriptResult ofEarlyMember(QueueTicket ticket, QueueSnapshot snapshot) {
		return new PlaceScriptResult(PlaceStatus.WAITING.name(), ticket.number(), ticket.issuedAt().toEpochMilli(), -1,
				0, 0, snapshot, 0);
	}

	/** Returns the same answer, for this place. */
	public PlaceScriptResult atPlace(long known) {
		return new PlaceScriptResult(this.status, this.number, this.issuedAt, this.peopleAhead, this.admittedAt,
				this.passEndsAt, this.snapshot, known, this.claimedNow);
	}

	/** Returns whether the status has this name. */
	public boolean hasStatus(String name) {
		return this.status.equals(name);
	}

	/** Returns the status of a place, as an answer of {@code look.lua} has it. */
	public PlaceStatus placeStatus() {
		return statusOf(this.status);
	}

	/** Returns why the place has expired; null if it has not. */
	public @Nullable EndReason endReason() {
		if (placeStatus() != PlaceStatus.EXPIRED) {
			return null;
		}
		return hasStatus(PlaceStatus.EXPIRED.name()) ? EndReason.TIME_OVER : EndReason.valueOf(this.status);
	}

	/** Returns the status of a place, as the scripts write it. */
	static PlaceStatus statusOf(String written) {
		return EXPIRED_BY_ABSENCE.contains(written) ? PlaceStatus.EXPIRED : PlaceStatus.valueOf(written);
	}

}
