package app.frontrow.payments;

import app.frontrow.reservations.HoldExpired;
import app.frontrow.waitingroom.Pass;
import app.frontrow.waitingroom.WaitingRoom;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

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

	@Async
	@TransactionalEventListener
	void endPass(PaymentCompleted event) {
		this.waitingRoom.complete(new Pass(event.concertId(), event.memberId(), event.queueSeq()));
	}

	@Async
	@TransactionalEventListener
	void cancelPayment(HoldExpired event) {
		this.payments.cancelPending(event.reservationId());
	}

}
