package app.frontrow.booking.payment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The payment of a reservation. It is created as pending when the seats are held.
 *
 * @param amount whole won
 * @param paidAt when the reservation was paid; null before
 * @param balanceAfter the member's balance after the payment, whole won; null before
 * @param tickets one ticket per seat, in the order of seats; empty before the payment
 */
public record Payment(UUID id, UUID reservationId, long amount, PaymentStatus status, Instant createdAt,
		@Nullable Instant paidAt, @Nullable Long balanceAfter, List<Ticket> tickets) {

	/**
	 * Returns when the reservation was paid.
	 * @throws NullPointerException if it is not paid yet
	 */
	public Instant requirePaidAt() {
		return Objects.requireNonNull(this.paidAt, "paidAt");
	}

}
