package app.frontrow.booking.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The payment of a reservation; it exists, pending, from the moment that the seats are
 * held.
 *
 * @param amount whole won
 * @param paidAt when it was paid; null before
 * @param balanceAfter the balance right after it was paid, whole won; null before
 * @param tickets one per seat once it is paid, by seat
 */
public record Payment(UUID id, UUID reservationId, long amount, PaymentStatus status, Instant createdAt, Instant paidAt,
		Long balanceAfter, List<Ticket> tickets) {
}
