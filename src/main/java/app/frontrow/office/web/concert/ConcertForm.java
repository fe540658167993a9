package app.frontrow.office.web.concert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.frontrow.catalogue.cancellation.CancellationRule;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.office.concert.OfficeConcert;
import app.frontrow.shared.web.page.PageDateFormatter;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A concert as it is typed. All times are at the venue's clock. Everything is text, so a
 * form with a fault comes back as it was typed.
 *
 * @param version the version that the editor has read; empty for a new concert
 * @param shows when each show begins; an empty line is no show
 * @param rules what is kept when tickets are cancelled; an empty line is no rule
 */
record ConcertForm(String version, String title, String artist, String venue, String description, String salesOpenAt,
		List<String> shows, Series series, List<Band> bands, List<RuleLine> rules) {

	/** The days of the week, for the choice on the page. */
	static final List<String> WEEKDAYS = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY",
			"SUNDAY");

	/** A new concert with lines for one show and three grades. */
	static ConcertForm empty(List<CancellationRule> rules) {
		return new ConcertForm("", "", "", "", "", "", List.of(""), Series.empty(),
				List.of(new Band("", "1", "50", "")), RuleLine.of(rules));
	}

	static ConcertForm of(OfficeConcert concert) {
		return new ConcertForm(String.valueOf(concert.version()), concert.title(), concert.artist(), concert.venue(),
				concert.description(), write(concert.salesOpenAt()),
				concert.plannedShows().stream().map((show) -> write(show.startsAt())).toList(), Series.empty(),
				concert.prices().stream().map(Band::of).toList(), RuleLine.of(concert.cancellationRules()));
	}

	/** Reads the lines one by one, because a comma in a name must not divide it. */
	static ConcertForm read(HttpServletRequest request) {
		List<String> grades = values(request, "grade");
		List<String> from = values(request, "fromSeat");
		List<String> to = values(request, "toSeat");
		List<String> prices = values(request, "price");
		int bands = Stream.of(grades, from, to, prices).mapToInt(List::size).min().orElse(0);
		return new ConcertForm(value(request, "version"), value(request, "title"), value(request, "artist"),
				value(request, "venue"), value(request, "description"), value(request, "salesOpenAt"),
				values(request, "showStartsAt"),
				new Series(value(request, "seriesFrom"), value(request, "seriesTo"),
						Set.copyOf(values(request, "seriesWeekday")), value(request, "seriesTime")),
				IntStream.range(0, bands)
					.mapToObj((line) -> new Band(grades.get(line), from.get(line), to.get(line), prices.get(line)))
					.toList(),
				RuleLine.of(values(request, "ruleDays"), values(request, "rulePercent")));
	}

	ConcertForm withShows(List<String> changed) {
		return new ConcertForm(this.version, this.title, this.artist, this.venue, this.description, this.salesOpenAt,
				changed, this.series, this.bands, this.rules);
	}

	ConcertForm withEmptyShow() {
		return withShows(Stream.concat(this.shows.stream(), Stream.of("")).toList());
	}

	ConcertForm withEmptyBand() {
		return new ConcertForm(this.version, this.title, this.artist, this.venue, this.description, this.salesOpenAt,
				this.shows, this.series,
				Stream.concat(this.bands.stream(), Stream.of(new Band("", "", "", ""))).toList(), this.rules);
	}

	ConcertForm withEmptyRule() {
		return new ConcertForm(this.version, this.title, this.artist, this.venue, this.description, this.salesOpenAt,
				this.shows, this.series, this.bands,
				Stream.concat(this.rules.stream(), Stream.of(RuleLine.EMPTY)).toList());
	}

	/**
	 * Adds a show on each day of the series that has none yet.
	 * @throws ConcertFormFault if the series cannot be read, or is too long
	 */
	ConcertForm withSeries() {
		Set<String> known = Set.copyOf(this.shows);
		List<String> added = this.series.toShows().stream().filter((start) -> !known.contains(start)).toList();
		List<String> all = new ArrayList<>(this.shows.stream().filter((start) -> !start.isBlank()).toList());
		all.addAll(added);
		return withShows(all.stream().sorted().toList());
	}

	ConcertForm withVersion(int current) {
		return new ConcertForm(String.valueOf(current), this.title, this.artist, this.venue, this.description,
				this.salesOpenAt, this.shows, this.series, this.bands, this.rules);
	}

	/**
	 * The version that the editor has read; none of this number exists if it is no
	 * number.
	 */
	int readVersion() {
		return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : 0;
	}

	/**
	 * The concert that is meant. It leaves the cancellation rules as they are if they
	 * were not changed.
	 * @param before the rules that hold now
	 * @throws ConcertFormFault if a time or a number cannot be read
	 */
	ConcertDraft toDraft(List<CancellationRule> before) {
		List<CancellationRule> read = RuleLine.read(this.rules);
		return new ConcertDraft(this.title, this.artist, this.venue, this.description,
				time("salesOpenAt", this.salesOpenAt),
				this.shows.stream().filter((start) -> !start.isBlank()).map((start) -> time("shows", start)).toList(),
				this.bands.stream().filter((band) -> !band.isEmpty()).map(Band::toPriceBand).toList())
			.withCancellationRules(read.equals(before) ? null : read);
	}

	static String write(Instant time) {
		return LocalDateTime.ofInstant(time, PageDateFormatter.VENUE_ZONE).truncatedTo(ChronoUnit.MINUTES).toString();
	}

	private static Instant time(String field, String typed) {
		try {
			return LocalDateTime.parse(typed.strip()).atZone(PageDateFormatter.VENUE_ZONE).toInstant();
		}
		catch (DateTimeException unreadable) {
			throw new ConcertFormFault(field, typed.isBlank() ? "required" : "date-time");
		}
	}

	private static String value(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		return (value != null) ? value : "";
	}

	private static List<String> values(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		return (values != null) ? Arrays.asList(values) : List.of();
	}

	/**
	 * A range of seats with one price, as it is typed.
	 */
	record Band(String grade, String fromSeat, String toSeat, String price) {

		static Band of(PriceBand band) {
			return new Band(band.grade(), String.valueOf(band.fromSeat()), String.valueOf(band.toSeat()),
					String.valueOf(band.price()));
		}

		boolean isEmpty() {
			return Stream.of(this.grade, this.fromSeat, this.toSeat, this.price).allMatch(String::isBlank);
		}

		PriceBand toPriceBand() {
			try {
				return new PriceBand(this.grade, Integer.parseInt(this.fromSeat.strip()),
						Integer.parseInt(this.toSeat.strip()), Long.parseLong(this.price.strip().replace(",", "")));
			}
			catch (NumberFormatException unreadable) {
				throw new ConcertFormFault("prices", "price-line");
			}
		}

	}

}
