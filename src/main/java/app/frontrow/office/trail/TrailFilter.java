package app.frontrow.office.trail;

import java.time.Instant;

/**
 * Which entries are wanted; null stands for any.
 *
 * @param who the username
 * @param what the kind of change
 * @param from the first moment
 * @param to the moment after the last
 */
public record TrailFilter(String who, String what, Instant from, Instant to) {
}
