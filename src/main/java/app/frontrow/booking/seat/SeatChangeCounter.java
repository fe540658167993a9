package app.frontrow.booking.seat;

import java.util.concurrent.atomic.AtomicLongArray;

import app.frontrow.shared.store.AfterTransactionExecutor;

import org.springframework.stereotype.Component;

/**
 * Counts changes of seats by this instance, per show and per concert. A cached seat map
 * that was read before a change has an older count, so it is read again. Thus members see
 * their own hold on the next map. Some shows share a counter. Then a map is sometimes
 * read again without need.
 */
@Component
public class SeatChangeCounter {

	private static final int COUNTER_SLOTS = 4_096;

	private final AtomicLongArray showCounters = new AtomicLongArray(COUNTER_SLOTS);

	private final AtomicLongArray concertCounters = new AtomicLongArray(COUNTER_SLOTS);

	long countOfShow(long showId) {
		return this.showCounters.get(Math.floorMod(showId, COUNTER_SLOTS));
	}

	long countOfConcert(long concertId) {
		return this.concertCounters.get(Math.floorMod(concertId, COUNTER_SLOTS));
	}

	public void countAfterCommit(long concertId, long showId) {
		AfterTransactionExecutor.runAfterCommit(() -> {
			this.showCounters.incrementAndGet(Math.floorMod(showId, COUNTER_SLOTS));
			this.concertCounters.incrementAndGet(Math.floorMod(concertId, COUNTER_SLOTS));
		});
	}

}
