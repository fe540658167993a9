package app.frontrow.booking;

import java.time.Instant;
import java.util.function.Supplier;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.PassCompletionJob;
import app.frontrow.booking.reservation.PassUsage;
import app.frontrow.booking.reservation.PayableHold;
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

	private final ReservationQueryService reservations;

	private final PassCompletionJob completion;

	PassUpdateService(WaitingRoomService waitingRoom, ReservationQueryService reservations,
			PassCompletionJob completion) {
		this.waitingRoom = waitingRoom;
		this.reservations = reservations;
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
			PassUsage use = this.reservations.findPassUsage(pass);
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
