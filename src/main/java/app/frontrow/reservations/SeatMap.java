package app.frontrow.reservations;

import java.nio.charset.StandardCharsets;
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

import org.springframework.stereotype.Service;

/**
 * What can be had, right now.
 */
@Service
public class SeatMap {

	private final Seats seats;

	private final Catalogue catalogue;

	SeatMap(Seats seats, Catalogue catalogue) {
		this.seats = seats;
		this.catalogue = catalogue;
	}

	/**
	 * The seats of a show as a member sees them.
	 * @throws NotFoundException if there is no such show
	 */
	public SeatPlan plan(long showId, UUID memberId) {
		Show show = this.catalogue.show(showId);
		List<Row> rows = this.seats.ofShow(showId);
		String me = memberId.toString();
		List<Seat> plan = rows.stream()
			.map((row) -> new Seat(row.number(), row.grade(), row.price(), row.status(), me.equals(row.memberId())))
			.toList();
		return new SeatPlan(showId, show.startsAt(), version(rows), plan);
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

	/** A checksum over number, price and owner of every seat. */
	private static long version(List<Row> rows) {
		CRC32 checksum = new CRC32();
		rows.forEach((row) -> checksum.update(row.toString().getBytes(StandardCharsets.UTF_8)));
		return checksum.getValue();
	}

}
