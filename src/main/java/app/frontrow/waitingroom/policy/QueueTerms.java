package app.frontrow.waitingroom.policy;

import java.time.Instant;

/**
 * The terms of a concert's queue at this moment.
 *
 * @param capacity the largest number of passes at a time
 * @param admissionsPerSecond the largest number of admissions per second
 * @param mode what the ticket office allows
 * @param seatsLeft seats not yet sold
 * @param salesOpenAt when sales open
 * @param concertCreatedAt when the concert was added. A restored database may give the
 * same id to another concert, which does not inherit the queue
 */
public record QueueTerms(int capacity, double admissionsPerSecond, QueueMode mode, int seatsLeft, Instant salesOpenAt,
		Instant concertCreatedAt) {

	/** Terms of a concert whose creation does not matter. */
	public QueueTerms(int capacity, double admissionsPerSecond, QueueMode mode, int seatsLeft, Instant salesOpenAt) {
		this(capacity, admissionsPerSecond, mode, seatsLeft, salesOpenAt, Instant.EPOCH);
	}

}
