package app.frontrow.booking.reservation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The seats that a member asks to hold.
 *
 * @param seatNumbers at least one, each within 1 to 50
 * @param expectedTotal the total price that the member saw, in won; null accepts any
 * price
 */
public record SeatChoice(long showId, List<Integer> seatNumbers, @Nullable Long expectedTotal) {
}
