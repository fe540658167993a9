package app.frontrow.office.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.reservation.ReservationStatus;
import jakarta.annotation.Nullable;

/**
 * An order in a list.
 *
 * @param bookingNumber as people read it, for example {@code ABCD-2345}
 * @param member who ordered
 * @param seats numbers of the seats
 * @param total won
 */
public record OrderSummary(UUID id, @Nullable String bookingNumber, long concertId, String concertTitle,
		Instant startsAt, OrderMember member, List<Integer> seats, long total, ReservationStatus status,
		Instant createdAt) {

	/**
	 * The member of an order.
	 */
	public record OrderMember(UUID id, String username, String displayName) {
	}

}
