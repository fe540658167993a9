package app.frontrow.reservations;

import java.util.List;

import app.frontrow.shared.StoreOutage;
import app.frontrow.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Records that holds have expired. An expired hold counts as free at once, so nobody
 * waits for this job. Several instances may run it at the same time.
 */
@Component
class HoldSweeper {

	private static final Logger log = LoggerFactory.getLogger(HoldSweeper.class);

	private static final int BATCH = 100;

	private final Reservations reservations;

	private final Seats seats;

	private final ApplicationEventPublisher events;

	private final Transactions transactions;

	HoldSweeper(Reservations reservations, Seats seats, ApplicationEventPublisher events, Transactions transactions) {
		this.reservations = reservations;
		this.seats = seats;
		this.events = events;
		this.transactions = transactions;
	}

	@Scheduled(fixedDelay = 500)
	void sweep() {
		try {
			int swept;
			do {
				swept = this.transactions.run(this::sweepBatch);
			}
			while (swept == BATCH);
		}
		catch (RuntimeException failure) {
			if (StoreOutage.isBehind(failure)) {
				log.warn("Holds are not swept while the database is out of reach: {}", failure.getMessage());
			}
			else {
				log.error("A sweep of holds failed; the next one follows", failure);
			}
		}
	}

	private int sweepBatch() {
		List<Reservation> over = this.reservations.lockRunOut(BATCH);
		this.seats.free(over);
		for (Reservation reservation : over) {
			this.reservations.expire(reservation.id());
			this.events.publishEvent(new HoldExpired(reservation.id(), reservation.memberId(), reservation.concertId(),
					reservation.queueSeq()));
		}
		return over.size();
	}

}
