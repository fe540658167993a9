package app.frontrow.office.web.concert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import app.frontrow.catalogue.cancellation.CancellationRule;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.office.concert.OfficeConcert;
import app.frontrow.shared.web.page.PageDateFormatter;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The form of a concert. All times are times of the venue. All fields are texts, so a
 * form with a fault is shown again exactly as it was typed.
 *
 * @param version the version that the editor has read; empty for a new concert
 * @param shows when each show begins; empty lines are ignored
 * @param bands prices of seats; empty lines are ignored
 * @param rules what is kept when tickets are cancelled; empty lines are ignored
 */
record ConcertForm(String version, Texts texts, TranslationForm second, VisitDetailsForm visit, List<String> shows,
		ShowSeriesForm series, List<PriceBandForm> bands, List<CancellationRuleForm> rules) {

	/** The days of the week, for the choice on the page. */
	static final List<String> WEEKDAYS = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY",
			"SUNDAY");

	/** Returns the form of a new concert, with lines for one show and one price. */
	static ConcertForm empty(List<CancellationRule> rules) {
		return new ConcertForm("", new Texts("", "", "", "", ""), TranslationForm.EMPTY, VisitDetailsForm.EMPTY,
				List.of(""), ShowSeriesForm.empty(), List.of(PriceBandForm.WHOLE_HALL), CancellationRuleForm.of(rules));
	}

	static ConcertForm of(OfficeConcert concert) {
		return new ConcertForm(String.valueOf(concert.version()),
				new Texts(concert.title(), concert.artist(), concert.venue(), concert.description(),
						write(concert.salesOpenAt())),
				TranslationForm.of(concert.translation()), VisitDetailsForm.of(concert.visit()),
				concert.plannedShows().stream().map((show) -> write(show.startsAt())).toList(), ShowSeriesForm.empty(),
				concert.prices().stream().map(PriceBandForm::of).toList(),
				CancellationRuleForm.of(concert.cancellationRules()));
	}

	static ConcertForm read(HttpServletRequest request) {
		FormReader form = new FormReader(request);
		return new ConcertForm(form.text("version"),
				new Texts(form.text("title"), form.text("artist"), form.text("venue"), form.text("description"),
						form.text("salesOpenAt")),
				TranslationForm.read(form), VisitDetailsForm.read(form), form.list("showStartsAt"),
				new ShowSeriesForm(form.text("seriesFrom"), form.text("seriesTo"),
						Set.copyOf(form.list("seriesWeekday")), form.text("seriesTime")),
				PriceBandForm.read(form), CancellationRuleForm.of(form.list("ruleDays"), form.list("rulePercent")));
	}

	/**
	 * Returns the form with the lines that the pressed button adds.
	 * @throws ConcertFormFault if it adds a series that cannot be read
	 */
	ConcertForm change(String action) {
		return switch (action) {
			case "add-series" -> withSeries();
			case "add-band" -> withEmptyBand();
			case "add-rule" -> withEmptyRule();
			default -> withEmptyShow();
		};
	}

	private ConcertForm withEmptyShow() {
		return withLines(this.version, add(this.shows, ""), this.bands, this.rules);
	}

	private ConcertForm withEmptyBand() {
		return withLines(this.version, this.shows, add(this.bands, PriceBandForm.EMPTY), this.rules);
	}

	private ConcertForm withEmptyRule() {
		return withLines(this.version, this.shows, this.bands, add(this.rules, CancellationRuleForm.EMPTY));
	}

	/** Adds a show on each day of the series that has none yet. */
	private ConcertForm withSeries() {
		Set<String> known = Set.copyOf(this.shows);
		List<String> added = this.series.toShows().stream().filter((start) -> !known.contains(start)).toList();
		List<String> all = new ArrayList<>(this.shows.stream().filter((start) -> !start.isBlank()).toList());
		all.addAll(added);
		return withLines(this.version, all.stream().sorted().toList(), this.bands, this.rules);
	}

	ConcertForm withVersion(int current) {
		return withLines(String.valueOf(current), this.shows, this.bands, this.rules);
	}

	/**
	 * Returns the version that the editor has read. If the field is not a number, the
	 * result is a version that no concert has.
	 */
	int readVersion() {
		return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : 0;
	}

	/**
	 * Returns the typed concert. If the cancellation rules were not changed, it has none,
	 * so saving it leaves them as they are.
	 * @param before the rules that are valid now
	 * @throws ConcertFormFault if a time or a number cannot be read
	 */
	ConcertDraft toDraft(List<CancellationRule> before) {
		List<CancellationRule> read = CancellationRuleForm.read(this.rules);
		return new ConcertDraft(this.texts.title, this.texts.artist, this.texts.venue, this.texts.description,
				time("salesOpenAt", this.texts.salesOpenAt),
				this.shows.stream().filter((start) -> !start.isBlank()).map((start) -> time("shows", start)).toList(),
				this.bands.stream().filter((band) -> !band.isEmpty()).map(PriceBandForm::toPriceBand).toList(),
				this.second.toTranslation(), this.visit.toVisit(), read.equals(before) ? null : read);
	}

	static String write(Instant time) {
		return LocalDateTime.ofInstant(time, PageDateFormatter.VENUE_ZONE).truncatedTo(ChronoUnit.MINUTES).toString();
	}

	private ConcertForm withLines(String ofVersion, List<String> starts, List<PriceBandForm> prices,
			List<CancellationRuleForm> percents) {
		return new ConcertForm(ofVersion, this.texts, this.second, this.visit, starts, this.series, prices, percents);
	}

	private static <T> List<T> add(List<T> lines, T empty) {
		return Stream.concat(lines.stream(), Stream.of(empty)).toList();
	}

	private static Instant time(String field, String typed) {
		try {
			return LocalDateTime.parse(typed.strip()).atZone(PageDateFormatter.VENUE_ZONE).toInstant();
		}
		catch (DateTimeException unreadable) {
			throw new ConcertFormFault(field, typed.isBlank() ? "required" : "date-time");
		}
	}

	/**
	 * The texts that every concert has, and when its sales open.
	 */
	record Texts(String title, String artist, String venue, String description, String salesOpenAt) {
	}

}
