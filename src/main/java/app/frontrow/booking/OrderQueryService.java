package app.frontrow.booking;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentRepository;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Reads the orders and payments of a member.
 */
@Service
public class OrderQueryService {

	private final ReservationQueryService reservations;

	private final PaymentRepository payments;

	OrderQueryService(ReservationQueryService reservations, PaymentRepository payments) {
		this.reservations = reservations;
		this.payments = payments;
	}

	/**
	 * Returns the member's reservation with its payment.
	 * @throws NotFoundException if there is no such reservation, or it belongs to another
	 * member
	 */
	public Order getOrder(UUID memberId, UUID reservationId) {
		return getOrder(this.reservations.find(memberId, reservationId));
	}

	/**
	 * Returns the member's reservations with their payments, newest first.
	 * @param status only reservations with this status; null for every status
	 */
	public PageOf<Order> findOrders(UUID memberId, @Nullable ReservationStatus status, int page, int size) {
		PageOf<Reservation> found = this.reservations.findByMember(memberId, status, page, size);
		Map<UUID, Payment> byReservation = this.payments
			.findByReservations(found.items().stream().map(Reservation::id).toList());
		return found.map((reservation) -> Order.withCurrentStatus(reservation,
				Objects.requireNonNull(byReservation.get(reservation.id()))));
	}

	/**
	 * Returns one of the member's payments.
	 * @throws NotFoundException if there is no such payment, or it belongs to another
	 * member
	 */
	public Payment getPayment(UUID memberId, UUID paymentId) {
		Payment payment = this.payments.find(memberId, paymentId).orElseThrow(NotFoundException::new);
		return getOrder(memberId, payment.reservationId()).payment();
	}

	/**
	 * Returns the member's payments, newest first.
	 */
	public PageOf<Payment> findPayments(UUID memberId, int page, int size) {
		return this.payments.findByMember(memberId, page, size);
	}

	private Order getOrder(Reservation reservation) {
		return Order.withCurrentStatus(reservation, this.payments.findByReservation(reservation.id()));
	}

}
