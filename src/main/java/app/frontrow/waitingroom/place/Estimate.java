package app.frontrow.waitingroom.place;

/**
 * An estimate of the wait, from the latest admissions.
 *
 * @param min seconds if admission is fast
 * @param max seconds if admission is slow
 */
public record Estimate(long min, long max) {
}
