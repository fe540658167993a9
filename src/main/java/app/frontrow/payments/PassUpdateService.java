package app.frontrow.payments;

import java.time.Instant;
import java.util.function.Supplier;

import app.frontrow.reservations.PassUsage;
import app.frontrow.reservations.PayableHold;
import app.frontrow.reservations.SeatHoldService;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.Pass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Prolongs or completes a member's pass after a hold has begun or ended. A failure is
 * logged, because the change in the database stands.
 */
@Component
class PassUpdateService {

	private static final Logger log = LoggerFactory.getLogger(PassUpdateService.class);

	private final WaitingRoomService waitingRoom;

	private final SeatHoldService seatHolds;

	private final PassCompletionJob completion;

	PassUpdateService(WaitingRoomService waitingRoom, SeatHoldService seatHolds, PassCompletionJob completion) {
		this.waitingRoom = waitingRoom;
		this.seatHolds = seatHolds;
		this.completion = completion;
	}

	/** The pass lasts at least as long as the hold. */
	void followHold(Pass pass, Supplier<Instant> holdEnd) {
		try {
			this.waitingRoom.adjustPass(pass, holdEnd.get());
		}
		catch (RuntimeException failure) {
			logFailure(failure);
		}
	}

	/** The pass is complete if the member has no other live hold for the concert. */
	void followPayment(PayableHold paid) {
		Pass pass = paid.reservation().pass();
		if (paid.holdsMore()) {
			followReservations(pass);
		}
		else {
			this.completion.complete(pass);
		}
	}

	/**
	 * A pass that has paid something is complete after the member's last live hold. A
	 * pass that has paid nothing goes on.
	 */
	void followReservations(Pass pass) {
		try {
			PassUsage use = this.seatHolds.findPassUsage(pass);
			if (use.hasPaid() && use.liveHoldEnd() == null) {
				this.completion.complete(pass);
			}
			else {
				this.waitingRoom.adjustPass(pass, use.liveHoldEnd());
			}
		}
		catch (RuntimeException failure) {
			logFailure(failure);
		}
	}

	private static void logFailure(RuntimeException failure) {
		log.warn("The pass does not follow what became of a hold; that itself stands: {}", failure.getMessage());
	}

}
