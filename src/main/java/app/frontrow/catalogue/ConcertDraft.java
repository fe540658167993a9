package app.frontrow.catalogue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.InvalidInputException.Violation;

/**
 * What a concert is to be, when it is registered or changed.
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

	/**
	 * Puts the draft in order and checks it.
	 * @throws InvalidInputException naming each field that breaks a rule
	 */
	ConcertDraft checked() {
		List<Violation> violations = new ArrayList<>();
		length(violations, "title", this.title, 1, MAX_NAME);
		length(violations, "artist", this.artist, 1, MAX_NAME);
		length(violations, "venue", this.venue, 1, MAX_NAME);
		length(violations, "description", this.description, 0, MAX_DESCRIPTION);
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
		return new ConcertDraft(this.title.strip(), this.artist.strip(), this.venue.strip(), this.description.strip(),
				this.salesOpenAt.truncatedTo(ChronoUnit.MICROS), starts, bands);
	}

	private static void checkPrices(List<Violation> violations, List<PriceBand> bands) {
		int next = 1;
		boolean covered = true;
		for (PriceBand band : bands) {
			if (band.price() < 1 || band.price() > MAX_PRICE) {
				violations.add(new Violation("prices", "price", List.of(MAX_PRICE)));
			}
			length(violations, "prices", band.grade(), 1, MAX_GRADE);
			covered &= band.fromSeat() == next && band.toSeat() >= next;
			next = band.toSeat() + 1;
		}
		if (!covered || next != Show.SEATS + 1) {
			violations.add(new Violation("prices", "prices", List.of()));
		}
	}

	private static void length(List<Violation> violations, String field, String text, int min, int max) {
		String stripped = text.strip();
		int length = stripped.codePointCount(0, stripped.length());
		if (length < min || length > max) {
			violations.add(new Violation(field, "length", List.of(min, max)));
		}
	}

}
