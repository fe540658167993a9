package app.frontrow.payments.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.payments.Payment;
import app.frontrow.payments.PaymentStatus;
import app.frontrow.payments.Ticket;
import jakarta.annotation.Nullable;

record PaymentView(UUID id, UUID reservationId, long amount, PaymentStatus status, @Nullable Instant paidAt,
		@Nullable Long balanceAfter, List<Ticket> tickets) {

	static PaymentView of(Payment payment) {
		return new PaymentView(payment.id(), payment.reservationId(), payment.amount(), payment.status(),
				payment.paidAt(), payment.balanceAfter(), payment.tickets());
	}

}
