package app.frontrow.catalogue.concert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import app.frontrow.catalogue.cancellation.CancellationRule;
import app.frontrow.catalogue.cancellation.CancellationRules;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The content of a new or changed concert.
 *
 * @param shows when each show begins; 1 to 100, no two at the same time
 * @param prices the grades; together they cover the seats 1 to 50, each once
 * @param translation null if there is no second language
 * @param visit null if nothing is known
 * @param cancellationRules what is kept when tickets are cancelled; empty takes the
 * setting, null leaves the rules as they are
 */
public record ConcertDraft(String title, String artist, String venue, String description, Instant salesOpenAt,
		List<Instant> shows, List<PriceBand> prices, @Nullable ConcertTranslation translation,
		@Nullable VisitDetails visit, @Nullable List<CancellationRule> cancellationRules) {

	private static final int MAX_SHOWS = 100;

	private static final int MAX_GRADE = 20;

	private static final long MAX_PRICE = 10_000_000;

	/** Times outside this range are typing errors, and the database cannot store them. */
	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

	/** A draft without optional details. */
	public ConcertDraft(String title, String artist, String venue, String description, Instant salesOpenAt,
			List<Instant> shows, List<PriceBand> prices) {
		this(title, artist, venue, description, salesOpenAt, shows, prices, null, null, null);
	}

	/** A draft that leaves the cancellation rules as they are. */
	public ConcertDraft(String title, String artist, String venue, String description, Instant salesOpenAt,
			List<Instant> shows, List<PriceBand> prices, @Nullable ConcertTranslation translation,
			@Nullable VisitDetails visit) {
		this(title, artist, venue, description, salesOpenAt, shows, prices, translation, visit, null);
	}

	/** Returns this draft with these cancellation rules. */
	public ConcertDraft withCancellationRules(List<CancellationRule> rules) {
		return new ConcertDraft(this.title, this.artist, this.venue, this.description, this.salesOpenAt, this.shows,
				this.prices, this.translation, this.visit, rules);
	}

	/**
	 * Returns this draft under another title, with these shows and another opening of
	 * sales.
	 */
	public ConcertDraft planAnew(String newTitle, Instant opening, List<Instant> starts) {
		return new ConcertDraft(newTitle, this.artist, this.venue, this.description, opening, starts, this.prices,
				this.translation, this.visit, this.cancellationRules);
	}

	/**
	 * Returns this draft, with the translation and visit of these texts if it has none.
	 */
	public ConcertDraft withDetailsOf(ConcertTexts texts) {
		return new ConcertDraft(this.title, this.artist, this.venue, this.description, this.salesOpenAt, this.shows,
				this.prices, (this.translation != null) ? this.translation : texts.translation(),
				(this.visit != null) ? this.visit : texts.visit(), this.cancellationRules);
	}

	/**
	 * Returns a sorted and cleaned copy.
	 * @throws InvalidInputException naming each field that breaks a rule
	 */
	public ConcertDraft validate() {
		List<Violation> violations = new ArrayList<>();
		String title = ConcertTextRules.checkName(violations, "title", this.title, ConcertTextRules.MAX_NAME);
		String artist = ConcertTextRules.checkName(violations, "artist", this.artist, ConcertTextRules.MAX_NAME);
		String venue = ConcertTextRules.checkName(violations, "venue", this.venue, ConcertTextRules.MAX_NAME);
		String description = ConcertTextRules.checkLines(violations, "description", this.description,
				ConcertTextRules.MAX_DESCRIPTION);
		ConcertTranslation translation = (this.translation != null) ? this.translation.validate(violations) : null;
		VisitDetails visit = (this.visit != null) ? this.visit.validate(violations) : null;
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
		List<CancellationRule> rules = CancellationRules.validate(violations, this.cancellationRules);
		if (!violations.isEmpty()) {
			throw new InvalidInputException(violations);
		}
		return new ConcertDraft(title, artist, venue, (description != null) ? description : "",
				this.salesOpenAt.truncatedTo(ChronoUnit.MICROS), starts, bands, translation, visit, rules);
	}

	private static void checkPrices(List<Violation> violations, List<PriceBand> bands) {
		int next = 1;
		boolean covered = true;
		for (PriceBand band : bands) {
			if (band.price() < 1 || band.price() > MAX_PRICE) {
				violations.add(new Violation("prices", "price", List.of(MAX_PRICE)));
			}
			ConcertTextRules.checkName(violations, "prices", band.grade(), MAX_GRADE);
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

}
