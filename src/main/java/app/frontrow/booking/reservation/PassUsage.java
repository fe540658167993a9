package app.frontrow.booking.reservation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a member has done with a pass.
 *
 * @param liveHoldEnd the latest end of the member's live holds for the concert; null if
 * there are none
 * @param hasPaid whether the member paid seats with the pass and did not return them
 */
public record PassUsage(@Nullable Instant liveHoldEnd, boolean hasPaid) {
}
