package app.frontrow.booking.seat;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Remembers for two seconds which seats were taken. A request for such a seat first reads
 * it without a lock. So when many members want the same seat, most of them do not wait
 * for its row lock.
 */
@Component
public class TakenSeatCache {

	private static final Duration LIFETIME = Duration.ofSeconds(2);

	private static final int MAX_SEATS = 100_000;

	private final Cache<Place, Boolean> takenSeats = Caffeine.newBuilder()
		.expireAfterWrite(LIFETIME)
		.maximumSize(MAX_SEATS)
		.build();

	public void add(long showId, List<Integer> numbers) {
		numbers.forEach((number) -> this.takenSeats.put(new Place(showId, number), true));
	}

	public boolean containsAny(long showId, List<Integer> numbers) {
		return numbers.stream().anyMatch((number) -> this.takenSeats.getIfPresent(new Place(showId, number)) != null);
	}

	private record Place(long showId, int number) {
	}

}
