package app.frontrow.booking.reservation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a member has done during the admission to a concert.
 *
 * @param liveHoldEnd the latest end of the member's live holds for the concert; null if
 * there are none
 * @param hasPaid whether the member bought seats during the admission and still has one
 */
public record PassUsage(@Nullable Instant liveHoldEnd, boolean hasPaid) {
}
