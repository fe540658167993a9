package app.frontrow.booking;

import java.util.List;

import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;

/**
 * A reservation and its payment.
 */
public record Order(Reservation reservation, Payment payment) {

	/**
	 * Shows the payment of an expired hold as cancelled, even if the database does not
	 * have this status yet.
	 */
	static Order withCurrentStatus(Reservation reservation, Payment payment) {
		if (reservation.status() != ReservationStatus.EXPIRED || payment.status() != PaymentStatus.PENDING) {
			return new Order(reservation, payment);
		}
		return new Order(reservation, new Payment(payment.id(), payment.reservationId(), payment.amount(),
				PaymentStatus.CANCELLED, payment.createdAt(), null, null, List.of()));
	}

}
