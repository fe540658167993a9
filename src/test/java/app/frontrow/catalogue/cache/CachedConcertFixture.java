package app.frontrow.catalogue.cache;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.ConcertDetails;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.Show;

/**
 * Concerts in memory, on sale since long ago. The show with the number n of the concert c
 * has the id 100 c + n, and begins n days after the concert's first day.
 */
public final class CachedConcertFixture {

	public static final Instant NOW = Instant.parse("2030-05-01T00:00:00Z");

	public static final List<PriceBand> PRICES = List.of(new PriceBand("R", 1, 50, 1_000));

	private CachedConcertFixture() {
	}

	/** A concert in the future with as many shows as numbers of seats left. */
	public static CachedConcert concert(long id, String title, int... seatsLeft) {
		return concert(id, 1, title, NOW.plusSeconds(id), seatsLeft);
	}

	public static CachedConcert concert(long id, int revision, String title, Instant first, int... seatsLeft) {
		List<Show> shows = IntStream.range(0, seatsLeft.length)
			.mapToObj((i) -> new Show(100 * id + i, id, first.plusSeconds(86_400L * i), seatsLeft[i]))
			.toList();
		Instant last = shows.isEmpty() ? first : shows.get(shows.size() - 1).startsAt();
		return new CachedConcert(
				new ConcertDetails(id, revision, title, "Artist", "Hall", Instant.EPOCH, first, last, PRICES), shows);
	}

	public static long micros(Instant instant) {
		return CachedConcert.micros(instant);
	}

}
