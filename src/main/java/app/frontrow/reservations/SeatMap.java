package app.frontrow.reservations;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Show;
import app.frontrow.reservations.Seats.Row;
import app.frontrow.reservations.Seats.Summary;
import app.frontrow.shared.NotFoundException;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * What can be had, right now.
 */
@Service
public class SeatMap {

	/** How old what is shown to those who watch may be. */
	private static final Duration AGE = Duration.ofMillis(500);

	/** Most that is kept of each kind. */
	private static final int MOST = 1_000;

	private final Seats seats;

	private final Catalogue catalogue;

	private final LoadingCache<Long, Snapshot> snapshots;

	private final LoadingCache<Long, List<BookableShow>> showsOfConcerts;

	@Autowired
	SeatMap(Seats seats, Catalogue catalogue) {
		this(seats, catalogue, Ticker.systemTicker());
	}

	SeatMap(Seats seats, Catalogue catalogue, Ticker ticker) {
		this.seats = seats;
		this.catalogue = catalogue;
		this.snapshots = shortMemory(ticker, this::snapshot);
		this.showsOfConcerts = shortMemory(ticker, this::shows);
	}

	private static <T> LoadingCache<Long, T> shortMemory(Ticker ticker, CacheLoader<Long, T> reader) {
		return Caffeine.newBuilder().ticker(ticker).expireAfterWrite(AGE).maximumSize(MOST).build(reader);
	}

	/**
	 * The seats of a show as a member sees them.
	 * @throws NotFoundException if there is no such show
	 */
	public SeatPlan plan(long showId, UUID memberId) {
		return plan(this.catalogue.show(showId), snapshot(showId), memberId);
	}

	/**
	 * The same as of at most half a second ago, for those who watch: however many they
	 * are, an instance asks the database twice a second about a show. Nothing is decided
	 * by it.
	 * @throws NotFoundException if there is no such show
	 */
	public SeatPlan live(long showId, UUID memberId) {
		return plan(this.catalogue.show(showId), this.snapshots.get(showId), memberId);
	}

	/**
	 * Every show of the concert still to come, soonest first, also those that are full.
	 */
	public List<BookableShow> shows(long concertId) {
		List<Show> coming = this.catalogue.shows(concertId)
			.stream()
			.filter((show) -> !this.catalogue.hasBegun(show))
			.toList();
		if (coming.isEmpty()) {
			return List.of();
		}
		Map<Long, Summary> summaries = this.seats.summaries(coming.stream().map(Show::id).toList())
			.stream()
			.collect(Collectors.toMap(Summary::showId, Function.identity()));
		return coming.stream().filter((show) -> summaries.containsKey(show.id())).map((show) -> {
			Summary summary = summaries.get(show.id());
			return new BookableShow(show.id(), concertId, show.startsAt(), summary.free(), summary.priceFrom());
		}).toList();
	}

	/**
	 * The same as of at most half a second ago, for those who watch, who may be many.
	 */
	public List<BookableShow> liveShows(long concertId) {
		return this.showsOfConcerts.get(concertId);
	}

	private Snapshot snapshot(long showId) {
		List<Row> rows = this.seats.ofShow(showId);
		return new Snapshot(rows, version(rows));
	}

	private static SeatPlan plan(Show show, Snapshot snapshot, UUID memberId) {
		String me = memberId.toString();
		List<Seat> seats = snapshot.rows()
			.stream()
			.map((row) -> new Seat(row.number(), row.grade(), row.price(), row.status(), me.equals(row.memberId())))
			.toList();
		return new SeatPlan(show.id(), show.startsAt(), snapshot.version(), seats);
	}

	/** A checksum over number, price and owner of every seat. */
	private static long version(List<Row> rows) {
		CRC32 checksum = new CRC32();
		rows.forEach((row) -> checksum.update(row.toString().getBytes(StandardCharsets.UTF_8)));
		return checksum.getValue();
	}

	/** The seats of a show at one moment, the same for everybody. */
	private record Snapshot(List<Row> rows, long version) {
	}

}
