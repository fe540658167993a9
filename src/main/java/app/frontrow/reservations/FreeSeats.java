package app.frontrow.reservations;

import java.time.Duration;

import app.frontrow.waitingroom.SeatsToBeHad;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.stereotype.Component;

/**
 * Counts the free seats of a concert for those who wait, once a second however many ask.
 */
@Component
class FreeSeats implements SeatsToBeHad {

	private static final int CONCERTS = 1_000;

	private final LoadingCache<Long, Integer> counts;

	FreeSeats(SeatMap seats) {
		this.counts = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofSeconds(1))
			.maximumSize(CONCERTS)
			.build((concertId) -> seats.shows(concertId).stream().mapToInt(BookableShow::seatsLeft).sum());
	}

	@Override
	public int of(long concertId) {
		return this.counts.get(concertId);
	}

}
