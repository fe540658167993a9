package app.frontrow.booking.refund;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import app.frontrow.booking.refund.AppliedRule.Kind;
import app.frontrow.catalogue.cancellation.CancellationRules;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Korean consumer guideline for performances, and other rules.
 */
class CancellationTermsTests {

	private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

	private static final CancellationTerms GUIDELINE = terms("10:0,7:10,3:20,1:30,0:90");

	/** The show begins on 15 June at 19:30 in Seoul. */
	@ParameterizedTest
	@CsvSource({ "2026-05-01T00:00:00Z, 0", "2026-06-05T14:59:59Z, 0", "2026-06-05T15:00:00Z, 10",
			"2026-06-08T14:59:59Z, 10", "2026-06-08T15:00:00Z, 20", "2026-06-12T14:59:59Z, 20",
			"2026-06-12T15:00:00Z, 30", "2026-06-14T14:59:59Z, 30", "2026-06-14T15:00:00Z, 90",
			"2026-06-15T10:29:59Z, 90" })
	@ProvesRule(rule = "The days before a show end at midnight in Seoul", guard = "CancellationTerms.date",
			brokenBy = "using UTC")
	void guidelineCountsDaysInSeoul(Instant now, int percent) {
		AppliedRule rule = GUIDELINE.choose(LONG_AGO, Instant.parse("2026-06-15T10:30:00Z"), now);

		assertThat(rule.percent()).isEqualTo(percent);
		assertThat(rule.kind()).isEqualTo(Kind.DAYS);
	}

	@Test
	void leapDayIsADay() {
		Instant show = Instant.parse("2028-03-01T10:00:00Z");

		assertThat(GUIDELINE.choose(LONG_AGO, show, Instant.parse("2028-02-29T03:00:00Z")).percent()).isEqualTo(30);
		assertThat(GUIDELINE.choose(LONG_AGO, show, Instant.parse("2028-02-28T03:00:00Z")).percent()).isEqualTo(30);
		assertThat(GUIDELINE.choose(LONG_AGO, show, Instant.parse("2028-02-27T03:00:00Z")).percent()).isEqualTo(20);
	}

	@Test
	@ProvesRule(rule = "Nothing is kept of the price for a day after the purchase", guard = "CancellationTerms.choose",
			brokenBy = "leaving out the grace")
	void nothingIsKeptWithinTheGrace() {
		Instant show = Instant.parse("2026-06-15T10:30:00Z");
		Instant paid = Instant.parse("2026-06-14T12:00:00Z");

		assertThat(GUIDELINE.choose(paid, show, paid.plus(Duration.ofHours(22))).kind()).isEqualTo(Kind.GRACE);
		assertThat(GUIDELINE.choose(paid, show.plus(Duration.ofDays(9)), paid.plus(Duration.ofHours(24))).percent())
			.isEqualTo(10);
	}

	@Test
	@ProvesRule(rule = "The last cancellation rule holds until the show", guard = "CancellationRules.choose",
			brokenBy = "keeping nothing after it")
	void lastRuleHoldsUntilTheShow() {
		CancellationTerms terms = terms("7:10,1:30");
		Instant show = Instant.parse("2026-06-15T10:30:00Z");

		assertThat(terms.choose(LONG_AGO, show, show.minus(Duration.ofDays(30))).percent()).isEqualTo(10);
		assertThat(terms.choose(LONG_AGO, show, show.minusSeconds(1)).percent()).isEqualTo(30);
	}

	@Test
	@ProvesRule(rule = "Tickets of a moved show go back without a fee until the given time",
			guard = "CancellationTerms.choose", brokenBy = "leaving out freeUntil")
	void nothingIsKeptUntilAMovedShowMayBeReturned() {
		Instant show = Instant.parse("2026-06-15T10:30:00Z");
		Instant until = Instant.parse("2026-06-14T15:00:00Z");
		CancellationTerms moved = new CancellationTerms(GUIDELINE.rules(), GUIDELINE.grace(), until, 0);

		assertThat(moved.choose(LONG_AGO, show, until.minusSeconds(1)).kind()).isEqualTo(Kind.ORGANISER);
		assertThat(moved.choose(LONG_AGO, show, until).percent()).isEqualTo(90);
	}

	@Test
	void orderOfOlderVersionsKeepsNothing() {
		CancellationTerms none = new CancellationTerms(List.of(), Duration.ZERO, 0);

		assertThat(none.choose(LONG_AGO, LONG_AGO, LONG_AGO).percent()).isZero();
	}

	@Test
	@ProvesRule(rule = "Parts of a won are not kept as a fee", guard = "AppliedRule.fee", brokenBy = "rounding up")
	void partsOfAWonAreNotKept() {
		assertThat(new AppliedRule(Kind.DAYS, 7, 10).fee(99_999)).isEqualTo(9_999);
		assertThat(new AppliedRule(Kind.DAYS, 0, 100).fee(1)).isEqualTo(1);
	}

	private static CancellationTerms terms(String rules) {
		return new CancellationTerms(CancellationRules.parse(rules), Duration.ofHours(24), 0);
	}

}
