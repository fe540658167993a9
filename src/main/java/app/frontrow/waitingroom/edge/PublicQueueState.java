package app.frontrow.waitingroom.edge;

import java.time.Instant;
import java.util.List;

import app.frontrow.waitingroom.policy.QueueMode;
import jakarta.annotation.Nullable;

/**
 * A queue as everybody sees it. A member far from the front computes the position:
 * {@code place - front - dead places ahead}. {@code docs/api.md} has the rule.
 *
 * @param mode what the ticket office allows
 * @param serverTime when the other values were right
 * @param next the number that joining would give
 * @param front every place up to it is decided
 * @param drawn how many places were drawn; null before the opening
 * @param dead decided places behind the front, as ranges of the first and the last place
 * @param admissionsPerMinute the rate of the latest admissions, null if there are too few
 * @param seatsLeft seats not yet sold
 * @param nearWithin a place at most this far behind the front is near: its member must
 * ask with the queue token
 * @param message a text of the ticket office, null without one
 */
public record PublicQueueState(long concertId, QueuePhase phase, QueueMode mode, Instant serverTime,
		Instant salesOpenAt, long next, long front, @Nullable Long drawn, List<List<Long>> dead,
		@Nullable Double admissionsPerMinute, int seatsLeft, long nearWithin, PollAfter pollAfterMs,
		@Nullable String message) {

	/**
	 * When to ask again, in milliseconds.
	 *
	 * @param near a member near the front, with the queue token
	 * @param far all others, for this state
	 */
	public record PollAfter(long near, long far) {
	}

}
