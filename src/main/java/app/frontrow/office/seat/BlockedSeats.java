package app.frontrow.office.seat;

import java.util.List;

/**
 * Seats that were blocked.
 *
 * @param seatNumbers in ascending order
 * @param reason why
 */
public record BlockedSeats(long showId, List<Integer> seatNumbers, String reason) {
}
