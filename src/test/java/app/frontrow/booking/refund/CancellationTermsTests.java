package app.frontrow.booking.refund;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import app.frontrow.booking.refund.AppliedRule.Kind;
import app.frontrow.catalogue.cancellation.CancellationRules;
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
	void nothingIsKeptWithinTheGrace() {
		Instant show = Instant.parse("2026-06-15T10:30:00Z");
		Instant paid = Instant.parse("2026-06-14T12:00:00Z");

		assertThat(GUIDELINE.choose(paid, show, paid.plus(Duration.ofHours(22))).kind()).isEqualTo(Kind.GRACE);
		assertThat(GUIDELINE.choose(paid, show.plus(Duration.ofDays(9)), paid.plus(Duration.ofHours(24))).percent())
			.isEqualTo(10);
	}

	@Test
	void lastRuleHoldsUntilTheShow() {
		CancellationTerms terms = terms("7:10,1:30");
		Instant show = Instant.parse("2026-06-15T10:30:00Z");

		assertThat(terms.choose(LONG_AGO, show, show.minus(Duration.ofDays(30))).percent()).isEqualTo(10);
		assertThat(terms.choose(LONG_AGO, show, show.minusSeconds(1)).percent()).isEqualTo(30);
	}

	@Test
	void orderOfOlderVersionsKeepsNothing() {
		CancellationTerms none = new CancellationTerms(List.of(), Duration.ZERO, 0);

		assertThat(none.choose(LONG_AGO, LONG_AGO, LONG_AGO).percent()).isZero();
	}

	@Test
	void partsOfAWonAreNotKept() {
		assertThat(new AppliedRule(Kind.DAYS, 7, 10).fee(99_999)).isEqualTo(9_999);
		assertThat(new AppliedRule(Kind.DAYS, 0, 100).fee(1)).isEqualTo(1);
	}

	private static CancellationTerms terms(String rules) {
		return new CancellationTerms(CancellationRules.parse(rules), Duration.ofHours(24), 0);
	}

}
