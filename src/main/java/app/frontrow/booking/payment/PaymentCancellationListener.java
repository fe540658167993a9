package app.frontrow.booking.payment;

import app.frontrow.booking.reservation.HoldExpired;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Cancels the pending payment when a hold has expired. It gets each event at least once,
 * after the commit. A repeated event changes nothing.
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
