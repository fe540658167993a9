package app.frontrow.booking.web.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import app.frontrow.booking.Order;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.catalogue.concert.VisitDetails;
import app.frontrow.shared.web.page.QrCode;
import org.jspecify.annotations.Nullable;

/**
 * A reservation with its payment, for the pages.
 *
 * @param title the concert's title
 * @param venue the concert's venue; null if the concert was withdrawn
 * @param state {@code held}, {@code paid}, {@code expired}, {@code cancelled} or
 * {@code refunded}
 * @param balance the member's balance in won
 * @param refundable whether the reservation is paid and its show has not begun
 * @param visit what a visitor needs to know; null if nothing is known
 */
public record OrderView(Reservation reservation, Payment payment, String title, @Nullable String venue, String state,
		List<OrderSeatView> seats, long balance, boolean refundable, @Nullable VisitDetails visit) {

	static OrderView of(Order order, String title, @Nullable String venue, @Nullable VisitDetails visit, long balance,
			Instant now) {
		return new OrderView(order.reservation(), order.payment(), title, venue, stateOf(order, now),
				order.reservation().seats().stream().map(OrderSeatView::of).toList(), balance,
				"paid".equals(stateOf(order, now)) && order.reservation().startsAt().isAfter(now), visit);
	}

	/** When the doors open; null if unknown. */
	public @Nullable Instant doorsAt() {
		return (this.visit != null && this.visit.doorsMinutes() != null)
				? this.reservation.startsAt().minus(Duration.ofMinutes(this.visit.doorsMinutes())) : null;
	}

	/** About when the show ends; null if unknown. */
	public @Nullable Instant endsAt() {
		return (this.visit != null && this.visit.runningMinutes() != null)
				? this.reservation.startsAt().plus(Duration.ofMinutes(this.visit.runningMinutes())) : null;
	}

	/** Where the venue is; null if unknown. */
	public @Nullable String address() {
		return (this.visit != null) ? this.visit.address() : null;
	}

	public boolean held() {
		return "held".equals(this.state);
	}

	public boolean paid() {
		return "paid".equals(this.state);
	}

	public boolean refunded() {
		return "refunded".equals(this.state);
	}

	/** Returns whether some of its seats were refunded. */
	public boolean partlyRefunded() {
		return this.reservation.status() == ReservationStatus.PARTLY_REFUNDED;
	}

	/** Returns how many won the balance lacks; 0 or negative if the balance is enough. */
	public long shortfall() {
		return this.reservation.total() - this.balance;
	}

	public List<TicketView> tickets() {
		Map<Integer, OrderSeatView> places = this.seats.stream()
			.collect(Collectors.toMap(OrderSeatView::number, Function.identity()));
		return this.payment.tickets()
			.stream()
			.map((ticket) -> new TicketView(ticket.code(), Objects.requireNonNull(places.get(ticket.seatNumber())),
					QrCode.of(ticket.code())))
			.toList();
	}

	private static String stateOf(Order order, Instant now) {
		if (order.payment().status() == PaymentStatus.REFUNDED) {
			return "refunded";
		}
		return switch (order.reservation().status()) {
			case HELD -> order.reservation().heldUntil().isAfter(now) ? "held" : "expired";
			case CONFIRMED, PARTLY_REFUNDED -> "paid";
			case EXPIRED -> "expired";
			case CANCELLED -> "cancelled";
		};
	}

}
