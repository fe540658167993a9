package app.frontrow.waitingroom.place;

/**
 * How long a wait will probably be, from what was really admitted lately.
 *
 * @param min seconds if it goes well
 * @param max seconds if it goes slowly
 */
public record Estimate(long min, long max) {
}
