package app.frontrow.waitingroom.memory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The state of a queue at one moment. Times are milliseconds of the Redis server's clock.
 * {@code docs/waiting-room.md} explains the terms.
 *
 * @param epoch a random name; Redis makes a new one when it has lost the queue
 * @param lastNumber the last number that was given
 * @param front every place up to this one is decided
 * @param deadPlaces how many places behind the front are dead, which means decided
 * @param waiting members near the front
 * @param inside members with a claim lease or a pass
 * @param band how many places behind the front count as near
 * @param drawnPlaces how many places were drawn; -1 before the opening
 * @param placesKnown Redis knows the members of the drawn places up to this one
 * @param deathCount how many places have become dead so far
 * @param admittedCount how many members were admitted so far
 * @param lapsedCount how many members left or were passed over so far
 * @param knownAdmissions how many of the latest admissions are known
 * @param oldestAdmissionAt time of the oldest of them
 * @param newestAdmissionAt time of the newest of them
 * @param settling whether Redis has just lost writes and hears from the instances what
 * they know
 * @param newlyDead the places that died in the call with this answer
 */
public record QueueSnapshot(String epoch, long now, long lastNumber, long front, long deadPlaces, long waiting,
		long inside, long band, long drawnPlaces, long placesKnown, long deathCount, long admittedCount,
		long lapsedCount, long knownAdmissions, long oldestAdmissionAt, long newestAdmissionAt, boolean settling,
		List<Long> newlyDead) {

	/** Returns whether the draw has taken place, so that every place is known. */
	public boolean isDrawn() {
		return this.drawnPlaces >= 0;
	}

	/** Returns whether the place is far from the front: behind the band. */
	public boolean isFar(long place) {
		return isDrawn() && place > this.front + this.band;
	}

	/**
	 * Returns how many people are ahead of a far place. All dead places are ahead of it.
	 */
	public long aheadOfFar(long place) {
		return Math.max(0, place - this.front - 1 - this.deadPlaces);
	}

	/**
	 * Returns how many members may still be admitted. Near members who came back in time
	 * do not count as places any more.
	 */
	public long undecided() {
		return Math.max(this.waiting, this.lastNumber - this.front - this.deadPlaces);
	}

	/** Returns whether nobody waits and nobody is inside. */
	public boolean isIdle() {
		return !this.settling && undecided() + this.inside == 0;
	}

	/**
	 * Returns the rate of the latest admissions until now; null if there are too few.
	 */
	public @Nullable Double admissionsPerSecond() {
		return admissionsPerSecondUntil(this.now);
	}

	/**
	 * Returns the rate while members were admitted, without the time since; null if there
	 * are too few.
	 */
	public @Nullable Double admissionsPerSecondAtBest() {
		Double rate = admissionsPerSecondUntil(this.newestAdmissionAt);
		return (rate != null) ? rate : admissionsPerSecond();
	}

	private @Nullable Double admissionsPerSecondUntil(long time) {
		return (this.knownAdmissions < 2 || time <= this.oldestAdmissionAt) ? null
				: (this.knownAdmissions - 1) * 1000.0 / (time - this.oldestAdmissionAt);
	}

	/** Returns the share of the decided places whose members were admitted. */
	public double liveRatio() {
		return (this.admittedCount + 1.0) / (this.admittedCount + this.lapsedCount + 1.0);
	}

}
