package app.frontrow.booking.refund;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

/**
 * Tickets were refunded. The transaction of the refund is still running.
 *
 * @param seatsBefore the seats of the order before the refund
 * @param totalBefore the price of these seats, in won
 * @param reason null if the member cancelled
 */
public record OrderRefunded(UUID reservationId, long concertId, List<Integer> seatsBefore, long totalBefore,
		String number, List<Integer> seats, long amount, long fee, @Nullable String reason) {
}
