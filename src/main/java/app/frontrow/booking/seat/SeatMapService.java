package app.frontrow.booking.seat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import app.frontrow.booking.seat.SeatRepository.Row;
import app.frontrow.booking.seat.SeatRepository.Summary;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.error.NotFoundException;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Shows which seats are free. An instance reads a show at most twice a second, and again
 * after its own changes. So a map is at most half a second old, and it shows all changes
 * that were made on this instance. No hold is decided by this map.
 */
@Service
public class SeatMapService {

	private static final Duration MAX_AGE = Duration.ofMillis(500);

	private static final int MAX_ENTRIES = 1_000;

	private final SeatRepository seats;

	private final CatalogueQueryService catalogue;

	private final SeatChangeCounter changes;

	private final LoadingCache<Long, Snapshot> snapshots;

	private final LoadingCache<Long, Dates> showsOfConcerts;

	@Autowired
	SeatMapService(SeatRepository seats, CatalogueQueryService catalogue, SeatChangeCounter changes) {
		this(seats, catalogue, changes, Ticker.systemTicker());
	}

	SeatMapService(SeatRepository seats, CatalogueQueryService catalogue, SeatChangeCounter changes, Ticker ticker) {
		this.seats = seats;
		this.catalogue = catalogue;
		this.changes = changes;
		this.snapshots = newShortLivedCache(ticker, this::readSnapshot);
		this.showsOfConcerts = newShortLivedCache(ticker, this::readDates);
	}

	private static <T> LoadingCache<Long, T> newShortLivedCache(Ticker ticker, CacheLoader<Long, T> reader) {
		return Caffeine.newBuilder().ticker(ticker).expireAfterWrite(MAX_AGE).maximumSize(MAX_ENTRIES).build(reader);
	}

	/**
	 * Returns the seats of a show for a member.
	 * @throws NotFoundException if there is no such show
	 */
	public SeatPlan getPlan(long showId, UUID memberId) {
		Show show = this.catalogue.getShow(showId);
		Snapshot snapshot = this.snapshots.get(showId);
		if (snapshot.changes() != this.changes.countOfShow(showId)) {
			this.snapshots.asMap().remove(showId, snapshot);
			snapshot = this.snapshots.get(showId);
		}
		return snapshot.plan(show, memberId);
	}

	/** Returns the shows that have not begun, by date, including full ones. */
	public List<BookableShow> findShows(long concertId) {
		Dates dates = this.showsOfConcerts.get(concertId);
		if (dates.changes() != this.changes.countOfConcert(concertId)) {
			this.showsOfConcerts.asMap().remove(concertId, dates);
			dates = this.showsOfConcerts.get(concertId);
		}
		return dates.shows();
	}

	private Dates readDates(long concertId) {
		return new Dates(this.changes.countOfConcert(concertId), read(concertId));
	}

	private List<BookableShow> read(long concertId) {
		List<Show> coming = this.catalogue.findShows(concertId)
			.stream()
			.filter((show) -> !this.catalogue.hasBegun(show))
			.toList();
		if (coming.isEmpty()) {
			return List.of();
		}
		Map<Long, Summary> summaries = this.seats.findSummaries(coming.stream().map(Show::id).toList())
			.stream()
			.collect(Collectors.toMap(Summary::showId, Function.identity()));
		return coming.stream()
			.flatMap((show) -> Stream.ofNullable(summaries.get(show.id()))
				.map((summary) -> new BookableShow(show.id(), concertId, show.startsAt(), summary.free(),
						summary.priceFrom())))
			.toList();
	}

	private Snapshot readSnapshot(long showId) {
		long changes = this.changes.countOfShow(showId);
		List<Row> rows = this.seats.findByShow(showId);
		Set<String> owners = rows.stream().map(Row::memberId).filter(Objects::nonNull).collect(Collectors.toSet());
		long version = version(rows);
		return new Snapshot(changes, rows, owners, createPlan(this.catalogue.getShow(showId), version, rows, null));
	}

	private static SeatPlan createPlan(Show show, long version, List<Row> rows, @Nullable String me) {
		List<Seat> seats = rows.stream()
			.map((row) -> new Seat(row.number(), row.grade(), row.price(), row.status(),
					row.memberId() != null && row.memberId().equals(me)))
			.toList();
		return new SeatPlan(show.id(), show.startsAt(), version, seats);
	}

	/** A checksum over number, grade, price, status and owner of every seat. */
	private static long version(List<Row> rows) {
		CRC32 checksum = new CRC32();
		rows.forEach((row) -> checksum.update(row.toString().getBytes(StandardCharsets.UTF_8)));
		return checksum.getValue();
	}

	/**
	 * The seats of a show at one moment.
	 *
	 * @param changes the count of {@link SeatChangeCounter} before the seats were read
	 * @param owners members who hold or own a seat
	 * @param forOthers the plan for all other members
	 */
	private record Snapshot(long changes, List<Row> rows, Set<String> owners, SeatPlan forOthers) {

		SeatPlan plan(Show show, UUID memberId) {
			String me = memberId.toString();
			return (this.owners.contains(me) || !this.forOthers.startsAt().equals(show.startsAt()))
					? createPlan(show, this.forOthers.version(), this.rows, me) : this.forOthers;
		}

	}

	/**
	 * The shows of a concert at one moment.
	 *
	 * @param changes the count of {@link SeatChangeCounter} before the seats were read
	 */
	private record Dates(long changes, List<BookableShow> shows) {
	}

}
