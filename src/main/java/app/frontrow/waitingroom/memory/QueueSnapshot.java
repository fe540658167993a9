package app.frontrow.waitingroom.memory;

import java.util.List;

/**
 * A queue as it stood at one moment, for everybody in it. Times are ms of the Redis
 * server's clock; the words are those of {@code docs/waiting-room.md}.
 *
 * @param epoch name of this life of the queue
 * @param next last number that was given
 * @param front every place up to it is decided
 * @param dead places behind the front that are decided already
 * @param waiting near waiters
 * @param inside members with a lease or a pass
 * @param band so many places behind the front are near
 * @param lots how many places were drawn by lot; -1 before the opening
 * @param seated how many of them are known to Redis by their place
 * @param deaths how many places ever died
 * @param admitted how many were ever let in
 * @param lapsed how many ever left or were passed over
 * @param seen how many of the latest admissions are known
 * @param since when the oldest of them was
 * @param settling whether Redis has lost something a moment ago and is being told of it
 * @param newlyDead the places that the call that this was the answer to decided
 */
public record QueueSnapshot(String epoch, long now, long next, long front, long dead, long waiting, long inside,
		long band, long lots, long seated, long deaths, long admitted, long lapsed, long seen, long since,
		boolean settling, List<Long> newlyDead) {

	public static QueueSnapshot of(List<?> values) {
		long[] numbers = values.subList(1, values.size() - 1).stream().mapToLong((value) -> (Long) value).toArray();
		List<Long> newlyDead = ((List<?>) values.get(values.size() - 1)).stream().map(Long.class::cast).toList();
		return new QueueSnapshot((String) values.get(0), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4],
				numbers[5], numbers[6], numbers[7], numbers[8], numbers[9], numbers[10], numbers[11], numbers[12],
				numbers[13], numbers[14] == 1, newlyDead);
	}

	/** Whether sales have opened, and with it every place is known. */
	public boolean isDrawn() {
		return this.lots >= 0;
	}

	public boolean isFar(long place) {
		return isDrawn() && place > this.front + this.band;
	}

	/** People before a far place; all dead places are before it. */
	public long aheadOfFar(long place) {
		return Math.max(0, place - this.front - 1 - this.dead);
	}

	/** Everybody who may still be let in. */
	public long undecided() {
		return Math.max(0, this.next - this.front - this.dead);
	}

	/** Which part of the places that were decided so far was let in. */
	public double liveRatio() {
		return (this.admitted + 1.0) / (this.admitted + this.lapsed + 1.0);
	}

}
