package app.frontrow.waitingroom.web;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

import app.frontrow.waitingroom.place.Estimate;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueMode;
import org.jspecify.annotations.Nullable;

/**
 * A place in the queue as the waiting room's page shows it.
 *
 * @param number the member's number, which takes part in the draw
 * @param position counts from 1; 0 before the opening
 * @param peopleAhead people before the member
 * @param pollAfterMs milliseconds until the next poll
 * @param startedAt the number of people ahead at the start; the progress counts from this
 * @param estimateKey key of the message with the estimated wait; null before the opening
 * @param estimateArgs minutes or hours, as arguments of that message; null before the
 * opening
 * @param seatsLeft seats that are free at this moment; null if that is not known
 * @param scarcity {@code nearly} if more people wait than seats are free, {@code none} if
 * no seat is free, {@code unknown} if that is not known, else null
 * @param place the place in the order of admission; null before the opening
 * @param terms what holds for everybody who waits
 */
record WaitingView(long number, long position, long peopleAhead, long pollAfterMs, long startedAt,
		@Nullable String estimateKey, Object @Nullable [] estimateArgs, @Nullable Integer seatsLeft,
		@Nullable String scarcity, @Nullable Long place, Terms terms) {

	private static final int MINUTE = 60;

	private static final int MANY_MINUTES = 180;

	static WaitingView of(QueuePlace place, long number, long startedAt, OptionalInt freeSeats, Terms terms) {
		long pollAfterMs = Objects.requireNonNull(place.pollAfterMs());
		Integer seatsLeft = freeSeats.isPresent() ? freeSeats.getAsInt() : null;
		if (place.position() == null) {
			return new WaitingView(number, 0, 0, pollAfterMs, 0, null, null, seatsLeft, null, null, terms);
		}
		long ahead = Objects.requireNonNull(place.peopleAhead());
		Estimate estimate = place.estimatedWaitSeconds();
		long from = (estimate != null) ? Math.max(1, estimate.min() / MINUTE) : 0;
		long to = (estimate != null) ? (estimate.max() + MINUTE - 1) / MINUTE : 0;
		Object[] minutes = (from >= MANY_MINUTES) ? new Object[] { from / MINUTE } : new Object[] { from, to };
		return new WaitingView(number, place.position(), ahead, pollAfterMs, Math.max(startedAt, ahead),
				"queue.estimate." + kind(estimate, from, to), minutes, seatsLeft, scarcity(seatsLeft, ahead),
				place.place(), terms);
	}

	/** Returns whether the places are not drawn yet. */
	public boolean isBeforeOpening() {
		return this.position == 0;
	}

	/** Returns how many people are no longer ahead. */
	public long peopleGone() {
		return this.startedAt - this.peopleAhead;
	}

	/**
	 * Returns the progress in percent, from 4 to 95.
	 */
	public long percent() {
		long done = (this.startedAt > 0) ? 100 * (this.startedAt - this.peopleAhead) / this.startedAt : 95;
		return Math.min(95, Math.max(4, done));
	}

	private static String kind(@Nullable Estimate estimate, long from, long to) {
		if (estimate == null) {
			return "unknown";
		}
		if (estimate.max() < MINUTE) {
			return "under-minute";
		}
		if (from >= MANY_MINUTES) {
			return "long";
		}
		if (from == to) {
			return (to == 1) ? "minute" : "about-minutes";
		}
		return "minutes";
	}

	private static @Nullable String scarcity(@Nullable Integer seatsLeft, long ahead) {
		if (seatsLeft == null) {
			return "unknown";
		}
		if (seatsLeft <= 0) {
			return "none";
		}
		return (seatsLeft <= ahead) ? "nearly" : null;
	}

	/**
	 * What holds for everybody who waits.
	 *
	 * @param keptFor how long a closed page keeps its place
	 * @param mode what the ticket office allows
	 * @param message a text of the ticket office, null without one
	 * @param far whether the place is far from the front, so that the page may compute it
	 */
	record Terms(Duration keptFor, QueueMode mode, @Nullable String message, boolean far) {

		/** Whether nobody is admitted at the moment. */
		public boolean isPaused() {
			return this.mode == QueueMode.PAUSED;
		}

		/** Seconds for which a closed page keeps its place. */
		public long keptSeconds() {
			return this.keptFor.toSeconds();
		}

		/** Minutes for which a closed page keeps its place; 0 if it is less than one. */
		public long keptMinutes() {
			return this.keptFor.toMinutes();
		}

	}

}
