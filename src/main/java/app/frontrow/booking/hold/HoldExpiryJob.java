package app.frontrow.booking.hold;

import java.util.List;

import app.frontrow.booking.reservation.HoldExpired;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.seat.SeatRepository;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.store.StoreOutageDetector;
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
class HoldExpiryJob {

	private static final Logger log = LoggerFactory.getLogger(HoldExpiryJob.class);

	private static final int BATCH = 100;

	private final ReservationReader reader;

	private final ReservationRepository reservations;

	private final SeatRepository seats;

	private final ApplicationEventPublisher events;

	private final RetryingTransactionExecutor transactions;

	public HoldExpiryJob(ReservationReader reader, ReservationRepository reservations, SeatRepository seats,
			ApplicationEventPublisher events, RetryingTransactionExecutor transactions) {
		this.reader = reader;
		this.reservations = reservations;
		this.seats = seats;
		this.events = events;
		this.transactions = transactions;
	}

	@Scheduled(fixedDelay = 500)
	void expireHolds() {
		try {
			int expired;
			do {
				expired = this.transactions.run(this::expireBatch);
			}
			while (expired == BATCH);
		}
		catch (RuntimeException failure) {
			if (StoreOutageDetector.isCauseOf(failure)) {
				log.warn("Expired holds are not recorded while the database is not available: {}",
						failure.getMessage());
			}
			else {
				log.error("Expired holds could not be recorded; the next run tries again", failure);
			}
		}
	}

	private int expireBatch() {
		List<Reservation> expired = this.reader.lockExpiredHolds(BATCH);
		this.seats.releaseSeats(expired);
		for (Reservation reservation : expired) {
			this.reservations.expire(reservation.id());
			this.events.publishEvent(new HoldExpired(reservation.id(), reservation.memberId(), reservation.concertId(),
					reservation.queueSeq()));
		}
		return expired.size();
	}

}
