package app.frontrow.payments;

import app.frontrow.reservations.HoldExpired;
import app.frontrow.waitingroom.Pass;
import app.frontrow.waitingroom.WaitingRoom;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What follows from payments and from holds that ran out: after the commit, at least
 * once, and the second time changes nothing.
 */
@Component
class PaymentConsequences {

	private final WaitingRoom waitingRoom;

	private final Payments payments;

	PaymentConsequences(WaitingRoom waitingRoom, Payments payments) {
		this.waitingRoom = waitingRoom;
		this.payments = payments;
	}

	@ApplicationModuleListener
	void endPass(PaymentCompleted event) {
		this.waitingRoom.complete(new Pass(event.concertId(), event.memberId(), event.queueSeq()));
	}

	@ApplicationModuleListener
	void cancelPayment(HoldExpired event) {
		this.payments.cancelPending(event.reservationId());
	}

}
