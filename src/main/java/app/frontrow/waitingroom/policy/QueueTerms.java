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
 */
public record QueueTerms(int capacity, double admissionsPerSecond, QueueMode mode, int seatsLeft, Instant salesOpenAt) {
}
