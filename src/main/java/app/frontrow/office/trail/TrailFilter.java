package app.frontrow.office.trail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null stands for any.
 *
 * @param who the username
 * @param what the kind of change
 * @param from the first moment
 * @param to the moment after the last
 */
public record TrailFilter(@Nullable String who, @Nullable String what, @Nullable Instant from, @Nullable Instant to) {
}
