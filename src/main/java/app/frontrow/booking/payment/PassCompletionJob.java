package app.frontrow.booking.payment;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.PassCompletionProgressRepository.Sweep;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.Pass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Completes the passes of members who have paid and have no other hold. Usually a pass is
 * completed right after the commit of the payment. If Redis is not available then, this
 * instance tries again. If this instance fails before that, another one completes the
 * pass: an instance checks each payment once more some seconds later. Completing a pass
 * twice changes nothing.
 */
@Component
public class PassCompletionJob {

	private static final Logger log = LoggerFactory.getLogger(PassCompletionJob.class);

	private final WaitingRoomService waitingRoom;

	private final ReservationQueryService reservations;

	private final PassCompletionProgressRepository sweeps;

	private final RetryingTransactionExecutor transactions;

	private final Queue<Pass> unfinishedPasses = new ConcurrentLinkedQueue<>();

	PassCompletionJob(WaitingRoomService waitingRoom, ReservationQueryService reservations,
			PassCompletionProgressRepository sweeps, RetryingTransactionExecutor transactions) {
		this.waitingRoom = waitingRoom;
		this.reservations = reservations;
		this.sweeps = sweeps;
		this.transactions = transactions;
	}

	/**
	 * Completes a pass now, or soon if Redis is not available. Call this after the commit
	 * of the payment, if the member has no live hold for the concert.
	 */
	public void complete(Pass pass) {
		try {
			this.waitingRoom.complete(pass);
		}
		catch (RuntimeException failure) {
			log.warn("The pass could not be completed after a payment and is completed later: {}",
					failure.getMessage());
			this.unfinishedPasses.add(pass);
		}
	}

	/** Completes the passes that this instance could not complete before. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void retry() {
		for (Pass pass = this.unfinishedPasses.peek(); pass != null && end(pass); pass = this.unfinishedPasses.peek()) {
			this.unfinishedPasses.remove(pass);
		}
	}

	/** Completes the passes of payments that no instance has checked yet. */
	@Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	void sweep() {
		try {
			Sweep sweep;
			do {
				sweep = this.sweeps.findNextSweep();
			}
			while (this.reservations.findPassesWithoutHold(sweep.reservationIds()).stream().allMatch(this::end)
					&& finish(sweep) && sweep.isFull());
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("The passes of payments could not be read; the next run tries again", failure);
			}
		}
	}

	/**
	 * Completes the pass. It returns false if Redis is not available. After any other
	 * failure it returns true, so that the job continues with the next pass.
	 */
	private boolean end(Pass pass) {
		try {
			this.waitingRoom.complete(pass);
			return true;
		}
		catch (RuntimeException failure) {
			if (StoreOutageDetector.isCauseOf(failure)) {
				return false;
			}
			log.error("A pass could not be completed after its payment; it ends when its time is over", failure);
			return true;
		}
	}

	private boolean finish(Sweep sweep) {
		return this.transactions.run(() -> this.sweeps.finish(sweep));
	}

}
