package app.frontrow.booking.seat;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import app.frontrow.waitingroom.SeatAvailability;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Counts free seats for the waiting room. A thread of its own reads them, so that polls
 * do not wait when the database is not available.
 */
@Component
class SeatAvailabilityAdapter implements SeatAvailability {

	private static final long NEW_NANOS = Duration.ofMillis(500).toNanos();

	private static final long KNOWN_NANOS = Duration.ofSeconds(5).toNanos();

	private static final long PATIENCE_MS = 300;

	private final SeatMapService seats;

	private final Map<Long, Count> counts = new ConcurrentHashMap<>();

	private final Map<Long, CompletableFuture<Count>> readings = new ConcurrentHashMap<>();

	private final ExecutorService readers = Executors.newFixedThreadPool(2,
			new CustomizableThreadFactory("free-seats-"));

	SeatAvailabilityAdapter(SeatMapService seats) {
		this.seats = seats;
	}

	@Override
	public OptionalInt findFreeSeats(long concertId) {
		Count known = this.counts.get(concertId);
		if (!isNewerThan(known, NEW_NANOS)) {
			known = waitForReading(concertId, known);
		}
		return (known != null && isNewerThan(known, KNOWN_NANOS)) ? OptionalInt.of(known.seats()) : OptionalInt.empty();
	}

	private @Nullable Count waitForReading(long concertId, @Nullable Count known) {
		try {
			return this.readings
				.computeIfAbsent(concertId,
						(id) -> CompletableFuture.supplyAsync(() -> read(id), this.readers)
							.whenComplete((count, failure) -> this.readings.remove(id)))
				.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException away) {
			return known;
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
			return known;
		}
	}

	private Count read(long concertId) {
		int free = this.seats.findShows(concertId).stream().mapToInt(BookableShow::seatsLeft).sum();
		Count count = new Count(free, System.nanoTime());
		this.counts.put(concertId, count);
		return count;
	}

	@PreDestroy
	void stop() {
		this.readers.shutdownNow();
	}

	private static boolean isNewerThan(@Nullable Count count, long nanos) {
		return count != null && System.nanoTime() - count.at() < nanos;
	}

	/**
	 * A number of free seats, and when it was read.
	 */
	private record Count(int seats, long at) {
	}

}
