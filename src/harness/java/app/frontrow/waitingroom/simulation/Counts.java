package app.frontrow.waitingroom.simulation;

import java.util.Locale;

/**
 * Counts what happened in each second.
 */
class Counts {

	/**
	 * What is counted.
	 */
	enum Kind {

		/** Polls that arrived. */
		POLL,

		/** Polls that asked Redis. */
		NEAR_POLL,

		/**
		 * Calls of near polls to Redis: polls of one millisecond on one instance share
		 * one.
		 */
		NEAR_CALL,

		/** Joins. */
		JOIN,

		/** Steps by ticks, and claims of steps. */
		TICK,

		/** Calls that tell Redis who has polled before the opening. */
		PRESENCE,

		/** Polls and joins that were refused during an outage. */
		REFUSED

	}

	private final int[][] counts;

	Counts(long millis) {
		this.counts = new int[Kind.values().length][(int) (millis / 1000) + 1];
	}

	void add(Kind kind, long now, int times) {
		this.counts[kind.ordinal()][(int) (now / 1000)] += times;
	}

	long total(Kind kind) {
		return total(kind, 0, Long.MAX_VALUE);
	}

	long total(Kind kind, long from, long to) {
		long sum = 0;
		int[] seconds = this.counts[kind.ordinal()];
		for (int second = (int) (from / 1000); second < Math.min(to / 1000, seconds.length); second++) {
			sum += seconds[second];
		}
		return sum;
	}

	/** Returns the largest number in a second, in a part of the time. */
	int peak(Kind kind, long from, long to) {
		int most = 0;
		int[] seconds = this.counts[kind.ordinal()];
		for (int second = (int) (from / 1000); second < Math.min(to / 1000, seconds.length); second++) {
			most = Math.max(most, seconds[second]);
		}
		return most;
	}

	/** Returns all calls to Redis in a part of the time. */
	long calls(long from, long to) {
		return total(Kind.NEAR_CALL, from, to) + total(Kind.TICK, from, to) + total(Kind.PRESENCE, from, to);
	}

	String describe(Kind kind) {
		return String.format(Locale.ROOT, "%,d (at most %,d/s)", total(kind), peak(kind, 0, Long.MAX_VALUE));
	}

}
