package app.frontrow.catalogue.concert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class ConcertDraftTests {

	private static final Instant OPENING = Instant.parse("2030-05-01T09:00:00Z");

	private static final Instant FIRST = Instant.parse("2030-06-01T10:00:00Z");

	private static final List<PriceBand> PRICES = List.of(new PriceBand("VIP", 1, 10, 150_000),
			new PriceBand("R", 11, 50, 120_000));

	@Test
	void validDraftIsNormalized() {
		ConcertDraft draft = new ConcertDraft(" 은하수 투어 ", "\tBand", "Hall\n", "  ", OPENING.plusNanos(1_999),
				List.of(FIRST.plusSeconds(60), FIRST.plusNanos(1)), List.of(PRICES.get(1), PRICES.get(0)));

		assertThat(draft.validate()).isEqualTo(new ConcertDraft("은하수 투어", "Band", "Hall", "", OPENING.plusNanos(1_000),
				List.of(FIRST, FIRST.plusSeconds(60)), PRICES));
	}

	static Stream<List<PriceBand>> pricesMustCoverEachSeatOnce() {
		return Stream.of(List.of(), bands(1, 49), bands(2, 50), bands(1, 51), bands(0, 50), bands(1, 10, 12, 50),
				bands(1, 10, 10, 50), bands(1, 10, 11, 30, 31, 30), bands(1, 50, 51, 60), bands(1, 50, 1, 50),
				bands(20, 1, 21, 50), bands(1, 10, 5, 50), bands(1, Integer.MAX_VALUE), bands(Integer.MIN_VALUE, 50));
	}

	@ParameterizedTest
	@MethodSource
	void pricesMustCoverEachSeatOnce(List<PriceBand> prices) {
		assertThat(violations(pricedAt(prices))).containsExactly(new Violation("prices", "prices", List.of()));
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1, 10_000_001, Long.MAX_VALUE, Long.MIN_VALUE })
	void priceOutOfBoundsIsRefused(long price) {
		assertThat(violations(pricedAt(List.of(new PriceBand("R", 1, 50, price)))))
			.containsExactly(new Violation("prices", "price", List.of(10_000_000L)));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 10_000_000 })
	void priceAtItsBoundsIsAccepted(long price) {
		List<PriceBand> prices = List.of(new PriceBand("R", 1, 50, price));

		assertThat(pricedAt(prices).validate().prices()).isEqualTo(prices);
	}

	@Test
	void gradeHas1To20Characters() {
		Violation length = new Violation("prices", "length", List.of(1, 20));

		assertThat(violations(pricedAt(List.of(new PriceBand(" ", 1, 50, 1))))).containsExactly(length);
		assertThat(violations(pricedAt(List.of(new PriceBand("가".repeat(21), 1, 50, 1))))).containsExactly(length);
		pricedAt(List.of(new PriceBand("🎫".repeat(20), 1, 50, 1))).validate();
	}

	@Test
	void textsHaveALimitedLength() {
		assertThat(violations(texts("", "", "", ""))).containsExactly(new Violation("title", "length", List.of(1, 200)),
				new Violation("artist", "length", List.of(1, 200)), new Violation("venue", "length", List.of(1, 200)));
		String longest = "🎫".repeat(200);
		texts(longest, longest, longest, "가".repeat(5000)).validate();
		assertThat(violations(texts(longest + "x", longest + "x", longest + "x", "가".repeat(5001))))
			.extracting(Violation::field)
			.containsExactly("title", "artist", "venue", "description");
	}

	@Test
	void textsMustBeReadable() {
		String broken = "a\u0000b";
		assertThat(violations(texts(broken, broken, "\ud83c", broken))).extracting(Violation::field, Violation::rule)
			.containsExactly(tuple("title", "unreadable"), tuple("artist", "unreadable"), tuple("venue", "unreadable"),
					tuple("description", "unreadable"));
		assertThat(violations(pricedAt(List.of(new PriceBand("R\n2", 1, 50, 1))))).extracting(Violation::rule)
			.containsExactly("unreadable");
		texts("<b>", "{{x}}", "מופע", "one\r\ntwo").validate();
	}

	@Test
	void namesAreVisibleAndKeepTheirDirection() {
		assertThat(violations(texts("\u3164", "\u200b", "\u2800", ""))).containsExactly(
				new Violation("title", "invisible", List.of()), new Violation("artist", "invisible", List.of()),
				new Violation("venue", "invisible", List.of()));
		assertThat(violations(texts("\u202eT", "A\u2067", "V\u200f", ""))).containsExactly(
				new Violation("title", "direction", List.of()), new Violation("artist", "direction", List.of()),
				new Violation("venue", "direction", List.of()));
		assertThat(violations(pricedAt(List.of(new PriceBand("\u115f", 1, 50, 1))))).extracting(Violation::rule)
			.containsExactly("invisible");
	}

	@Test
	void namesAreStoredInOneUnicodeForm() {
		String longest = "\u1112\u1161\u11ab".repeat(200);

		ConcertDraft draft = texts(longest, "e\u0301", "한\u1100\u1161\u11bc", "").validate();

		assertThat(draft.title()).isEqualTo("한".repeat(200));
		assertThat(draft.artist()).isEqualTo("\u00e9");
		assertThat(draft.venue()).isEqualTo("한강");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1999-12-31T23:59:59Z", "2100-01-01T00:00:01Z", "-1000000000-01-01T00:00:00Z",
			"+1000000000-12-31T23:59:59.999999999Z" })
	void timesMustBeInThisCentury(String time) {
		assertThat(violations(shows(List.of(FIRST, Instant.parse(time)))))
			.contains(new Violation("shows", "time", List.of()));
		assertThat(violations(new ConcertDraft("T", "A", "V", "", Instant.parse(time), List.of(FIRST), PRICES)))
			.contains(new Violation("salesOpenAt", "time", List.of()));
	}

	@Test
	void concertHas1To100Shows() {
		assertThat(violations(shows(List.of()))).containsExactly(new Violation("shows", "shows", List.of()));
		assertThat(shows(days(100)).validate().shows()).hasSize(100);
		assertThat(violations(shows(days(101)))).extracting(Violation::rule).containsExactly("shows");
	}

	@Test
	void showsStartAtDifferentMicroseconds() {
		assertThat(violations(shows(List.of(FIRST, FIRST.plusNanos(999))))).extracting(Violation::rule)
			.containsExactly("shows");
		shows(List.of(FIRST, FIRST.plusNanos(1_000))).validate();
	}

	@Test
	void salesMustOpenBeforeTheLastShow() {
		assertThat(violations(new ConcertDraft("T", "A", "V", "", FIRST, List.of(FIRST), PRICES)))
			.containsExactly(new Violation("salesOpenAt", "sales-after-last-show", List.of()));
		new ConcertDraft("T", "A", "V", "", FIRST, List.of(FIRST, FIRST.plusSeconds(1)), PRICES).validate();
	}

	@Test
	void optionalDetailsAreCleanedOrLeftOut() {
		ConcertDraft draft = new ConcertDraft("T", "A", "V", "", OPENING, List.of(FIRST), PRICES,
				new ConcertTranslation("en", " Night ", " ", null, "\n"),
				new VisitDetails(" 1 Street ", "https://maps.example/1", 0, 90, 0, " "));

		assertThat(draft.validate().translation()).isEqualTo(new ConcertTranslation("en", "Night", null, null, null));
		assertThat(draft.validate().visit())
			.isEqualTo(new VisitDetails("1 Street", "https://maps.example/1", 0, 90, 0, null));
		ConcertDraft blank = new ConcertDraft("T", "A", "V", "", OPENING, List.of(FIRST), PRICES,
				new ConcertTranslation("ko", "", "", "", ""), new VisitDetails("", "", null, null, null, ""));
		assertThat(blank.validate())
			.isEqualTo(new ConcertDraft("T", "A", "V", "", OPENING, List.of(FIRST), PRICES).validate());
	}

	@Test
	@ProvesRule(rule = "A map of a venue is a web address with https", guard = "VisitDetails.isWebAddress",
			brokenBy = "allowing every scheme")
	void wrongDetailsAreNamedWithTheirFields() {
		ConcertDraft draft = new ConcertDraft("T", "A", "V", "", OPENING, List.of(FIRST), PRICES,
				new ConcertTranslation("fr", "a\nb", "\u200b", null, "x".repeat(5001)),
				new VisitDetails("x".repeat(301), "javascript:alert(1)", 601, 0, 100, "\0"));

		assertThatThrownBy(draft::validate).isInstanceOfSatisfying(InvalidInputException.class,
				(invalid) -> assertThat(invalid.violations()).extracting(InvalidInputException.Violation::field)
					.containsExactly("translation.language", "translation.title", "translation.artist",
							"translation.description", "visit.address", "visit.mapUrl", "visit.doorsMinutes",
							"visit.runningMinutes", "visit.ageLimit", "visit.notice"));
	}

	private static List<Violation> violations(ConcertDraft draft) {
		return catchThrowableOfType(InvalidInputException.class, draft::validate).violations();
	}

	private static List<PriceBand> bands(int... bounds) {
		return IntStream.range(0, bounds.length / 2)
			.mapToObj((i) -> new PriceBand("G" + i, bounds[2 * i], bounds[2 * i + 1], 1_000))
			.toList();
	}

	private static List<Instant> days(int number) {
		return IntStream.range(0, number).mapToObj((day) -> FIRST.plus(Duration.ofDays(day))).toList();
	}

	private static ConcertDraft pricedAt(List<PriceBand> prices) {
		return new ConcertDraft("T", "A", "V", "", OPENING, List.of(FIRST), prices);
	}

	private static ConcertDraft shows(List<Instant> shows) {
		return new ConcertDraft("T", "A", "V", "", OPENING, shows, PRICES);
	}

	private static ConcertDraft texts(String title, String artist, String venue, String description) {
		return new ConcertDraft(title, artist, venue, description, OPENING, List.of(FIRST), PRICES);
	}

}
