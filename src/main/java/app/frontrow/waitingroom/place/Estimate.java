package app.frontrow.waitingroom.place;

/**
 * An estimate of the wait, from the latest admissions.
 *
 * @param min seconds if it goes well
 * @param max seconds if it goes slowly
 */
public record Estimate(long min, long max) {
}
