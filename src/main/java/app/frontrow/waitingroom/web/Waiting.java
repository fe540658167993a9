package app.frontrow.waitingroom.web;

import java.time.Duration;

import app.frontrow.waitingroom.Estimate;
import app.frontrow.waitingroom.QueuePlace;

/**
 * A place in the queue as the waiting room shows it.
 *
 * @param position counts from 1
 * @param peopleAhead who comes first
 * @param pollAfterMs milliseconds until the next look
 * @param startedAt people who were ahead when the waiting began; progress counts from it
 * @param estimateKey message of the estimated wait
 * @param estimateArgs minutes or hours in that message
 * @param scarcity {@code nearly} or {@code none} when seats run short, else null
 * @param absenceSeconds how long a closed page keeps its place
 */
record Waiting(long position, long peopleAhead, long pollAfterMs, long startedAt, String estimateKey,
		Object[] estimateArgs, String scarcity, long absenceSeconds) {

	private static final int MINUTE = 60;

	private static final int LONG_MINUTES = 180;

	static Waiting of(QueuePlace place, long startedAt, int seatsLeft, Duration absence) {
		long ahead = place.peopleAhead();
		Estimate estimate = place.estimatedWaitSeconds();
		long from = (estimate != null) ? Math.max(1, estimate.min() / MINUTE) : 0;
		long to = (estimate != null) ? (estimate.max() + MINUTE - 1) / MINUTE : 0;
		Object[] minutes = (from >= LONG_MINUTES) ? new Object[] { from / MINUTE } : new Object[] { from, to };
		return new Waiting(place.position(), ahead, place.pollAfterMs(), Math.max(startedAt, ahead),
				"queue.estimate." + kind(estimate, from, to), minutes, scarcity(seatsLeft, ahead), absence.toSeconds());
	}

	/**
	 * How much of the line is behind, in percent; never quite nothing and never quite
	 * all.
	 */
	public long percent() {
		long done = (this.startedAt > 0) ? 100 * (this.startedAt - this.peopleAhead) / this.startedAt : 95;
		return Math.min(95, Math.max(4, done));
	}

	private static String kind(Estimate estimate, long from, long to) {
		if (estimate == null) {
			return "unknown";
		}
		if (estimate.max() < MINUTE) {
			return "under-minute";
		}
		if (from >= LONG_MINUTES) {
			return "long";
		}
		if (from == to) {
			return (to == 1) ? "minute" : "about-minutes";
		}
		return "minutes";
	}

	private static String scarcity(int seatsLeft, long ahead) {
		if (seatsLeft <= 0) {
			return "none";
		}
		return (seatsLeft <= ahead) ? "nearly" : null;
	}

}
