package app.frontrow.waitingroom.policy;

import java.time.Instant;

/**
 * On what terms a concert's queue moves at this moment.
 *
 * @param capacity most passes at a time
 * @param admissionsPerSecond most admissions per second
 * @param mode what the office lets happen
 * @param seatsLeft seats not yet sold
 * @param salesOpenAt when sales open
 */
public record QueueTerms(int capacity, double admissionsPerSecond, QueueMode mode, int seatsLeft, Instant salesOpenAt) {
}
