package app.frontrow.booking.hold;

import app.frontrow.booking.reservation.HoldExpired;
import app.frontrow.booking.reservation.PassUsage;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.Pass;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Ends the pass of a member whose hold expired, unless the member has another hold. If
 * the member has paid other seats with the pass, the pass ends as completed.
 */
@Component
class PassExpiryListener {

	private final WaitingRoomService waitingRoom;

	private final ReservationReader reservations;

	PassExpiryListener(WaitingRoomService waitingRoom, ReservationReader reservations) {
		this.waitingRoom = waitingRoom;
		this.reservations = reservations;
	}

	@Async
	@TransactionalEventListener
	void endPass(HoldExpired event) {
		Pass pass = new Pass(event.concertId(), event.memberId(), event.queueSeq());
		PassUsage use = this.reservations.findPassUsage(pass);
		if (use.liveHoldEnd() != null) {
			return;
		}
		if (use.hasPaid()) {
			this.waitingRoom.complete(pass);
		}
		else {
			this.waitingRoom.expire(pass);
		}
	}

}
