package app.frontrow.office.trail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The filter of a list of entries. Null accepts every value.
 *
 * @param who the username
 * @param what the kind of change
 * @param from the first moment
 * @param to the moment after the last
 */
public record TrailFilter(@Nullable String who, @Nullable String what, @Nullable Instant from, @Nullable Instant to) {
}
