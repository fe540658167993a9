package app.frontrow.booking.web.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.Order;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.ReservedSeat;

import jakarta.annotation.Nullable;

record ReservationView(UUID id, long concertId, long showId, Instant startsAt, List<ReservedSeat> seats, long total,
		ReservationStatus status, Instant heldUntil, Instant createdAt, PaymentSummary payment,
		@Nullable String bookingNumber) {

	static ReservationView of(Order order) {
		Reservation reservation = order.reservation();
		Payment payment = order.payment();
		return new ReservationView(reservation.id(), reservation.concertId(), reservation.showId(),
				reservation.startsAt(), reservation.seats(), reservation.total(), reservation.status(),
				reservation.heldUntil(), reservation.createdAt(),
				new PaymentSummary(payment.id(), payment.status(), payment.amount()), reservation.bookingNumber());
	}

	record PaymentSummary(UUID id, PaymentStatus status, long amount) {
	}

}
