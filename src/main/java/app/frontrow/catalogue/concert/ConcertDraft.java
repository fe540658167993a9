package app.frontrow.catalogue.concert;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import app.frontrow.shared.text.NameRules;
import app.frontrow.shared.text.ReadableTextRules;

/**
 * The content of a new or changed concert.
 *
 * @param shows when each show begins; 1 to 100, no two at the same time
 * @param prices the grades; together they cover the seats 1 to 50, each once
 */
public record ConcertDraft(String title, String artist, String venue, String description, Instant salesOpenAt,
		List<Instant> shows, List<PriceBand> prices) {

	private static final int MAX_NAME = 200;

	private static final int MAX_DESCRIPTION = 5000;

	private static final int MAX_SHOWS = 100;

	private static final int MAX_GRADE = 20;

	private static final long MAX_PRICE = 10_000_000;

	/** Times outside this range are typing errors, and the database cannot store them. */
	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

	/**
	 * Returns a sorted and cleaned copy.
	 * @throws InvalidInputException naming each field that breaks a rule
	 */
	public ConcertDraft validate() {
		List<Violation> violations = new ArrayList<>();
		String title = checkName(violations, "title", this.title, MAX_NAME);
		String artist = checkName(violations, "artist", this.artist, MAX_NAME);
		String venue = checkName(violations, "venue", this.venue, MAX_NAME);
		if (!isOfLength(this.description.strip(), 0, MAX_DESCRIPTION)) {
			violations.add(new Violation("description", "length", List.of(0, MAX_DESCRIPTION)));
		}
		if (!ReadableTextRules.isLines(this.description)) {
			violations.add(new Violation("description", "unreadable", List.of()));
		}
		checkTime(violations, "salesOpenAt", this.salesOpenAt);
		this.shows.forEach((start) -> checkTime(violations, "shows", start));
		List<Instant> starts = this.shows.stream()
			.map((start) -> start.truncatedTo(ChronoUnit.MICROS))
			.sorted()
			.toList();
		if (starts.isEmpty() || starts.size() > MAX_SHOWS || starts.stream().distinct().count() < starts.size()) {
			violations.add(new Violation("shows", "shows", List.of()));
		}
		else if (!this.salesOpenAt.isBefore(starts.get(starts.size() - 1))) {
			violations.add(new Violation("salesOpenAt", "sales-after-last-show", List.of()));
		}
		List<PriceBand> bands = this.prices.stream().sorted(Comparator.comparingInt(PriceBand::fromSeat)).toList();
		checkPrices(violations, bands);
		if (!violations.isEmpty()) {
			throw new InvalidInputException(violations);
		}
		return new ConcertDraft(title, artist, venue, this.description.strip(),
				this.salesOpenAt.truncatedTo(ChronoUnit.MICROS), starts, bands);
	}

	private static void checkPrices(List<Violation> violations, List<PriceBand> bands) {
		int next = 1;
		boolean covered = true;
		for (PriceBand band : bands) {
			if (band.price() < 1 || band.price() > MAX_PRICE) {
				violations.add(new Violation("prices", "price", List.of(MAX_PRICE)));
			}
			checkName(violations, "prices", band.grade(), MAX_GRADE);
			covered &= band.fromSeat() == next && band.toSeat() >= next;
			next = band.toSeat() + 1;
		}
		if (!covered || next != Show.SEATS + 1) {
			violations.add(new Violation("prices", "prices", List.of()));
		}
	}

	private static void checkTime(List<Violation> violations, String field, Instant time) {
		Violation fault = new Violation(field, "time", List.of());
		if ((time.isBefore(EARLIEST) || time.isAfter(LATEST)) && !violations.contains(fault)) {
			violations.add(fault);
		}
	}

	/** Returns the normalized name and adds its first fault to the violations. */
	private static String checkName(List<Violation> violations, String field, String typed, int maxLength) {
		String name = NameRules.normalized(typed, maxLength, Normalizer.Form.NFC);
		if (!isOfLength(name, 1, maxLength)) {
			violations.add(new Violation(field, "length", List.of(1, maxLength)));
		}
		else if (!ReadableTextRules.isLine(name)) {
			violations.add(new Violation(field, "unreadable", List.of()));
		}
		else {
			NameRules.violation(field, name).ifPresent(violations::add);
		}
		return name;
	}

	private static boolean isOfLength(String text, int min, int max) {
		int length = text.codePointCount(0, text.length());
		return length >= min && length <= max;
	}

}
