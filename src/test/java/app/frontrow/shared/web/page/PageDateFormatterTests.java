package app.frontrow.shared.web.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import app.frontrow.shared.error.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class PageDateFormatterTests {

	private static final Instant NOW = Instant.parse("2026-10-03T10:00:00Z");

	private final PageDateFormatter dates = new PageDateFormatter(Texts.source(), Clock.fixed(NOW, ZoneOffset.UTC));

	@AfterEach
	void forgetTheReader() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void timeIsInTheReadersLanguageAndTheVenuesZone() {
		Instant lateInLondon = Instant.parse("2026-10-03T16:30:00Z");
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		assertThat(this.dates.full(lateInLondon)).isEqualTo("Sunday 4 October 2026, 01:30");
		LocaleContextHolder.setLocale(Locale.KOREAN);
		assertThat(this.dates.full(lateInLondon)).isEqualTo("2026년 10월 4일 일요일 오전\u00a01:30");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "2026-10-03T10:00:00Z|2026-10-03T12:00:00Z|3 Oct 2026|2026년 10월 3일",
					"2026-10-03T10:00:00Z|2026-10-05T10:00:00Z|3 – 5 Oct 2026|2026년 10월 3일 – 5일",
					"2026-10-03T10:00:00Z|2026-11-03T10:00:00Z|3 Oct – 3 Nov 2026|2026년 10월 3일 – 11월 3일",
					"2026-12-31T10:00:00Z|2027-01-01T10:00:00Z|31 Dec 2026 – 1 Jan 2027|2026년 12월 31일 – 2027년 1월 1일" })
	void rangeRepeatsNothing(Instant first, Instant last, String english, String korean) {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		assertThat(range(first, last)).isEqualTo(english);
		LocaleContextHolder.setLocale(Locale.KOREAN);
		assertThat(range(first, last)).isEqualTo(korean);
	}

	@Test
	void rangeBreaksOnlyBetweenTheTwoDays() {
		LocaleContextHolder.setLocale(Locale.KOREAN);
		assertThat(this.dates.range(NOW, NOW.plus(Duration.ofDays(100)))).containsOnlyOnce(" – ")
			.matches("\\S+(\u00a0\\S+)* – \\S+(\u00a0\\S+)*");
	}

	/** A space that does not break is a space to the reader. */
	private String range(Instant first, Instant last) {
		return this.dates.range(first, last).replace('\u00a0', ' ');
	}

	@ParameterizedTest
	@CsvSource({ "299, 04:59", "7987, 02:13:07", "180061, 2d 02:01:01", "0, 00:00", "-5, 00:00" })
	void countdownNeverGoesBelowZero(long seconds, String expected) {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		assertThat(this.dates.countdown(NOW.plusSeconds(seconds))).isEqualTo(expected);
	}

}
