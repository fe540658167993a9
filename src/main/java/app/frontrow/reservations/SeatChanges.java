package app.frontrow.reservations;

import java.util.concurrent.atomic.AtomicLongArray;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts changes of seats by this instance, per show and per concert. Data that was read
 * before a change has an older count, so a member sees a new hold on the next map. Some
 * shows share a count. Such a show is only read once more.
 */
@Component
class SeatChanges {

	private static final int COUNTS = 4_096;

	private final AtomicLongArray ofShows = new AtomicLongArray(COUNTS);

	private final AtomicLongArray ofConcerts = new AtomicLongArray(COUNTS);

	long ofShow(long showId) {
		return this.ofShows.get(Math.floorMod(showId, COUNTS));
	}

	long ofConcert(long concertId) {
		return this.ofConcerts.get(Math.floorMod(concertId, COUNTS));
	}

	void countAfterCommit(long concertId, long showId) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				SeatChanges.this.ofShows.incrementAndGet(Math.floorMod(showId, COUNTS));
				SeatChanges.this.ofConcerts.incrementAndGet(Math.floorMod(concertId, COUNTS));
			}
		});
	}

}
