package app.frontrow.booking;

import java.time.Instant;
import java.util.function.Supplier;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.PassCompletionJob;
import app.frontrow.booking.reservation.PassUsage;
import app.frontrow.booking.reservation.PayableHold;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.Pass;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Prolongs or completes a member's pass after a hold has begun or ended. A failure is
 * only logged, because the change in the database is already committed.
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

	/** Prolongs the pass to the end of the hold. */
	void followHold(Pass pass, Supplier<@Nullable Instant> holdEnd) {
		try {
			this.waitingRoom.adjustPass(pass, holdEnd.get());
		}
		catch (RuntimeException failure) {
			logFailure(failure);
		}
	}

	/**
	 * Completes the pass after a payment, unless the member has another live hold for the
	 * concert.
	 */
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
	 * Completes or adjusts the pass after a hold has ended. It is completed if the member
	 * has paid with it and has no other live hold. Otherwise it continues.
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
		log.warn("The pass could not be updated after a change of a hold; the change itself is committed: {}",
				failure.getMessage());
	}

}
