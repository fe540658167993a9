package app.frontrow.waitingroom.memory;

import java.util.List;

/**
 * A queue at one moment, the same for everybody in it. Times are ms of the Redis server's
 * clock. {@code docs/waiting-room.md} explains the words.
 *
 * @param epoch name of this life of the queue
 * @param lastNumber the last number that was given
 * @param front every place up to it is decided
 * @param deadPlaces how many places behind the front are decided already
 * @param waiting near members
 * @param inside members with a claim lease or a pass
 * @param band this many places behind the front are near
 * @param drawnPlaces how many places were drawn; -1 before the opening
 * @param placesKnown up to this drawn place Redis knows who has it
 * @param deathCount how many places have died so far
 * @param admittedCount how many members were admitted so far
 * @param lapsedCount how many members left or were passed over so far
 * @param knownAdmissions how many of the latest admissions are known
 * @param oldestAdmissionAt time of the oldest of them
 * @param settling whether Redis has just lost writes and hears from the instances what
 * they know
 * @param newlyDead the places that died in the call with this answer
 */
public record QueueSnapshot(String epoch, long now, long lastNumber, long front, long deadPlaces, long waiting,
		long inside, long band, long drawnPlaces, long placesKnown, long deathCount, long admittedCount,
		long lapsedCount, long knownAdmissions, long oldestAdmissionAt, boolean settling, List<Long> newlyDead) {

	/** Whether sales have opened. Then every place is known. */
	public boolean isDrawn() {
		return this.drawnPlaces >= 0;
	}

	/** Whether the place is behind the band. */
	public boolean isFar(long place) {
		return isDrawn() && place > this.front + this.band;
	}

	/** People ahead of a far place. All dead places are ahead of it. */
	public long aheadOfFar(long place) {
		return Math.max(0, place - this.front - 1 - this.deadPlaces);
	}

	/** How many members may still be admitted. */
	public long undecided() {
		return Math.max(0, this.lastNumber - this.front - this.deadPlaces);
	}

	/** The part of the decided places that was admitted. */
	public double liveRatio() {
		return (this.admittedCount + 1.0) / (this.admittedCount + this.lapsedCount + 1.0);
	}

}
