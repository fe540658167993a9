package app.frontrow.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentRepository;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class OrderQueryServiceTests {

	private static final UUID MINA = UUID.randomUUID();

	private final ReservationQueryService reservations = mock();

	private final PaymentRepository payments = mock();

	private final OrderQueryService orders = new OrderQueryService(this.reservations, this.payments);

	private final UUID id = UUID.randomUUID();

	private final Reservation expired = new Reservation(this.id, MINA, 42, 11, Instant.parse("2030-06-01T10:00:00Z"),
			List.of(new ReservedSeat(7, "VIP", 150_000)), 150_000, ReservationStatus.EXPIRED, Instant.EPOCH, 7,
			Instant.EPOCH, null);

	private final Payment pending = new Payment(UUID.randomUUID(), this.id, 150_000, PaymentStatus.PENDING,
			Instant.EPOCH, null, null, List.of());

	@Test
	void paymentOfAnExpiredHoldIsShownAsCancelledAtOnce() {
		given(this.reservations.find(MINA, this.id)).willReturn(this.expired);
		given(this.payments.findByReservation(this.id)).willReturn(this.pending);
		given(this.reservations.findByMember(MINA, null, 0, 20)).willReturn(PageOf.of(List.of(this.expired), 0, 20, 1));
		given(this.payments.findByReservations(List.of(this.id))).willReturn(Map.of(this.id, this.pending));
		given(this.payments.find(MINA, this.pending.id())).willReturn(Optional.of(this.pending));

		assertThat(this.orders.getOrder(MINA, this.id).payment().status()).isEqualTo(PaymentStatus.CANCELLED);
		assertThat(this.orders.getPayment(MINA, this.pending.id()).status()).isEqualTo(PaymentStatus.CANCELLED);
		assertThat(this.orders.findOrders(MINA, null, 0, 20).items().get(0).payment().status())
			.isEqualTo(PaymentStatus.CANCELLED);
	}

	@Test
	void paymentOfAnotherMemberIsNotFound() {
		given(this.payments.find(any(), any())).willReturn(Optional.empty());

		assertThatThrownBy(() -> this.orders.getPayment(MINA, this.id)).isInstanceOf(NotFoundException.class);
	}

}
