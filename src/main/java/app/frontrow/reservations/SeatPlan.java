package app.frontrow.reservations;

import java.time.Instant;
import java.util.List;

/**
 * The seats of a show at one moment.
 *
 * @param version differs when the state of any seat differs
 * @param seats by number
 */
public record SeatPlan(long showId, Instant startsAt, long version, List<Seat> seats) {
}
