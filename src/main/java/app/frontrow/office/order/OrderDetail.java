package app.frontrow.office.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

/**
 * All that is known about an order.
 *
 * @param timeline what happened, the oldest first
 */
public record OrderDetail(OrderSummary order, OrderPayment payment, List<OrderTicket> tickets,
		List<OrderRefund> refunds, List<OrderNote> notes, List<TimelineStep> timeline) {

	/**
	 * The payment.
	 *
	 * @param amount won
	 */
	public record OrderPayment(UUID id, String status, long amount, @Nullable Instant paidAt) {
	}

	/**
	 * A ticket.
	 *
	 * @param valid whether it still opens the door
	 */
	public record OrderTicket(String code, int seatNumber, boolean valid) {
	}

	/**
	 * Money that was given back.
	 *
	 * @param number the number that people use to name it
	 * @param amount won that were given back
	 * @param fee won that were kept
	 * @param seats whose tickets were refunded
	 * @param by which of the staff refunded; null if the member cancelled
	 */
	public record OrderRefund(String number, long amount, long fee, List<Integer> seats, @Nullable String by,
			@Nullable String reason, Instant at) {
	}

	/**
	 * What the staff wrote.
	 */
	public record OrderNote(String by, String text, Instant at) {
	}

	/**
	 * Something that happened.
	 *
	 * @param what {@code held}, {@code paid}, {@code refunded}, {@code noted},
	 * {@code given} or {@code reseated}
	 * @param by a username
	 * @param detail the reason that the staff gave, after the seats if they were
	 * exchanged; null for other steps
	 */
	public record TimelineStep(Instant at, String what, String by, @Nullable String detail) {

		TimelineStep(Instant at, String what, String by) {
			this(at, what, by, null);
		}

	}

}
