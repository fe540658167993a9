package app.frontrow.reservations;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * Shows which seats are free. An instance reads a show at most twice a second, and again
 * after its own changes. So a map is at most half a second old, and contains what its
 * reader did on this instance. It never decides a hold.
 */
@Service
public class SeatMap {

	private static final Duration AGE = Duration.ofMillis(500);

	private static final int MOST = 1_000;

	private final Seats seats;

	private final Catalogue catalogue;

	private final SeatChanges changes;

	private final LoadingCache<Long, Snapshot> snapshots;

	private final LoadingCache<Long, Dates> showsOfConcerts;

	@Autowired
	SeatMap(Seats seats, Catalogue catalogue, SeatChanges changes) {
		this(seats, catalogue, changes, Ticker.systemTicker());
	}

	SeatMap(Seats seats, Catalogue catalogue, SeatChanges changes, Ticker ticker) {
		this.seats = seats;
		this.catalogue = catalogue;
		this.changes = changes;
		this.snapshots = shortMemory(ticker, this::snapshot);
		this.showsOfConcerts = shortMemory(ticker, this::dates);
	}

	private static <T> LoadingCache<Long, T> shortMemory(Ticker ticker, CacheLoader<Long, T> reader) {
		return Caffeine.newBuilder().ticker(ticker).expireAfterWrite(AGE).maximumSize(MOST).build(reader);
	}

	/**
	 * Returns the seats of a show for a member.
	 * @throws NotFoundException if there is no such show
	 */
	public SeatPlan plan(long showId, UUID memberId) {
		Show show = this.catalogue.show(showId);
		Snapshot snapshot = this.snapshots.get(showId);
		if (snapshot.changes() != this.changes.ofShow(showId)) {
			this.snapshots.asMap().remove(showId, snapshot);
			snapshot = this.snapshots.get(showId);
		}
		return snapshot.plan(show, memberId);
	}

	/** Returns the shows that have not begun, by date, including full ones. */
	public List<BookableShow> shows(long concertId) {
		Dates dates = this.showsOfConcerts.get(concertId);
		if (dates.changes() != this.changes.ofConcert(concertId)) {
			this.showsOfConcerts.asMap().remove(concertId, dates);
			dates = this.showsOfConcerts.get(concertId);
		}
		return dates.shows();
	}

	private Dates dates(long concertId) {
		return new Dates(this.changes.ofConcert(concertId), read(concertId));
	}

	private List<BookableShow> read(long concertId) {
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

	private Snapshot snapshot(long showId) {
		long changes = this.changes.ofShow(showId);
		List<Row> rows = this.seats.ofShow(showId);
		Set<String> owners = rows.stream().map(Row::memberId).filter(Objects::nonNull).collect(Collectors.toSet());
		long version = version(rows);
		return new Snapshot(changes, rows, owners, draw(this.catalogue.show(showId), version, rows, null));
	}

	private static SeatPlan draw(Show show, long version, List<Row> rows, String me) {
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
	 * @param changes the count of {@link SeatChanges} before the seats were read
	 * @param owners members who hold or own a seat
	 * @param forOthers the plan for all other members
	 */
	private record Snapshot(long changes, List<Row> rows, Set<String> owners, SeatPlan forOthers) {

		SeatPlan plan(Show show, UUID memberId) {
			String me = memberId.toString();
			return (this.owners.contains(me) || !this.forOthers.startsAt().equals(show.startsAt()))
					? draw(show, this.forOthers.version(), this.rows, me) : this.forOthers;
		}

	}

	/**
	 * The shows of a concert at one moment.
	 *
	 * @param changes the count of {@link SeatChanges} before the seats were read
	 */
	private record Dates(long changes, List<BookableShow> shows) {
	}

}
