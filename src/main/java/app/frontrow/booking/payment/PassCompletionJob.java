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
 * Ends the passes of members who have paid and hold nothing more. A payment ends its pass
 * right after its commit. If Redis is away then, this instance tries again. If the
 * instance dies in between, another one finds the payment: all instances together go
 * through the payments once, a little later. Ending a pass twice changes nothing.
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
	 * Ends the pass that seats were paid with, now or soon. To be called after the
	 * commit, when the member has no live hold for the concert.
	 */
	public void complete(Pass pass) {
		try {
			this.waitingRoom.complete(pass);
		}
		catch (RuntimeException failure) {
			log.warn("The pass of a payment will be ended later: {}", failure.getMessage());
			this.unfinishedPasses.add(pass);
		}
	}

	/** Ends the passes that this instance could not end before. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void retry() {
		for (Pass pass = this.unfinishedPasses.peek(); pass != null && end(pass); pass = this.unfinishedPasses.peek()) {
			this.unfinishedPasses.remove(pass);
		}
	}

	/** Ends the passes of payments that no instance has looked at yet. */
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
				log.error("The passes of payments could not be read. The next run reads them again", failure);
			}
		}
	}

	/**
	 * False if Redis is away; a pass that fails otherwise does not keep up the others.
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
			log.error("A pass could not be ended after its payment. It ends when its time is over", failure);
			return true;
		}
	}

	private boolean finish(Sweep sweep) {
		return this.transactions.run(() -> this.sweeps.finish(sweep));
	}

}
