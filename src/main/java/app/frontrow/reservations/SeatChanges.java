package app.frontrow.reservations;

import java.util.concurrent.atomic.AtomicLongArray;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts the changes that this instance has made to the seats of shows and concerts. What
 * was read before a change has an older count, so the member who has just held a seat
 * never sees the map as it was. Some shows share a count, which costs one more reading
 * and does no harm.
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

	/**
	 * Counts a change to seats of the show once the running transaction has committed.
	 */
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
