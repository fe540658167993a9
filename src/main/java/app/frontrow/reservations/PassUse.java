package app.frontrow.reservations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What became of the reservations that a member made with a pass.
 *
 * @param liveHoldEnd end of the member's latest hold for the concert that is still alive;
 * null if there is none
 * @param hasPaid whether seats were paid with the pass, and not given back
 */
public record PassUse(@Nullable Instant liveHoldEnd, boolean hasPaid) {
}
