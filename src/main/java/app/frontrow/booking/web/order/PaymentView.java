package app.frontrow.booking.web.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.payment.Ticket;
import jakarta.annotation.Nullable;

record PaymentView(UUID id, UUID reservationId, long amount, PaymentStatus status, @Nullable Instant paidAt,
		@Nullable Long balanceAfter, List<Ticket> tickets) {

	static PaymentView of(Payment payment) {
		return new PaymentView(payment.id(), payment.reservationId(), payment.amount(), payment.status(),
				payment.paidAt(), payment.balanceAfter(), payment.tickets());
	}

}
