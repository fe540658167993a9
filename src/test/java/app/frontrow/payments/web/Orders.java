package app.frontrow.payments.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.members.ApiSlice;
import app.frontrow.payments.Order;
import app.frontrow.payments.Payment;
import app.frontrow.payments.PaymentStatus;
import app.frontrow.payments.Ticket;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.reservations.ReservedSeat;
import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.Refusal;

/**
 * An order for tests.
 */
final class Orders {

	static final UUID RESERVATION = new UUID(1, 2);

	static final UUID PAYMENT = new UUID(3, 4);

	static final Instant CREATED = Instant.parse("2030-05-01T09:00:00Z");

	static final Order ORDER = new Order(
			new Reservation(RESERVATION, ApiSlice.MINA.id(), 42, 11, Instant.parse("2030-06-01T10:00:00Z"),
					List.of(new ReservedSeat(7, "VIP", 150_000), new ReservedSeat(8, "R", 120_000)), 270_000,
					ReservationStatus.HELD, CREATED.plusSeconds(300), 7, CREATED),
			new Payment(PAYMENT, RESERVATION, 270_000, PaymentStatus.PENDING, CREATED, null, null, List.of()));

	static final Payment PAID = new Payment(PAYMENT, RESERVATION, 270_000, PaymentStatus.PAID, CREATED,
			CREATED.plusSeconds(60), 30_000L, List.of(new Ticket("AAAA-BBBB-CCCC-DDDD", 7), new Ticket("2222", 8)));

	private Orders() {
	}

	/** Any refusal. */
	static final class Fact extends Refusal {

		private static final long serialVersionUID = 1L;

		Fact(ErrorCode code, Map<String, Object> details) {
			super(code, details);
		}

	}

}
