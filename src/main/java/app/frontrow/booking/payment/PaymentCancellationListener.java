package app.frontrow.booking.payment;

import app.frontrow.booking.reservation.HoldExpired;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What follows for payments from holds that ran out: after the commit, at least once, and
 * the second time changes nothing.
 */
@Component
class PaymentCancellationListener {

	private final PaymentRepository payments;

	PaymentCancellationListener(PaymentRepository payments) {
		this.payments = payments;
	}

	@ApplicationModuleListener
	void cancelPayment(HoldExpired event) {
		this.payments.cancelPending(event.reservationId());
	}

}
