package app.frontrow.booking.refund;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

/**
 * Tickets were refunded, in the running transaction.
 *
 * @param seatsBefore the seats that the order had
 * @param totalBefore what they cost, in won
 * @param reason null if the member cancelled
 */
public record OrderRefunded(UUID reservationId, long concertId, List<Integer> seatsBefore, long totalBefore,
		String number, List<Integer> seats, long amount, long fee, @Nullable String reason) {
}
