package app.frontrow.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.PriceBand;

/**
 * An invented concert.
 *
 * @param sales when sales open
 * @param prices won for VIP, R and S
 * @param shows its evenings, each with the seats to sell in advance
 */
record DemoConcert(String title, String artist, String venue, String description, Sales sales, Prices prices,
		List<Evening> shows) {

	private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

	private static final Duration SOON = Duration.ofMinutes(5);

	ConcertDraft draft(Instant now) {
		LocalDate today = LocalDate.ofInstant(now, SEOUL);
		List<Instant> starts = this.shows.stream()
			.map((evening) -> today.plusDays(evening.inDays()).atTime(evening.at()).atZone(SEOUL).toInstant())
			.toList();
		return new ConcertDraft(this.title, this.artist, this.venue, this.description, salesOpenAt(now, today), starts,
				this.prices.bands(), DemoConcertDetails.translationOf(this.title),
				DemoConcertDetails.visitTo(this.venue));
	}

	private Instant salesOpenAt(Instant now, LocalDate today) {
		return switch (this.sales) {
			case OPEN -> today.minusDays(7).atTime(20, 0).atZone(SEOUL).toInstant();
			case OPEN_SOON -> now.plus(SOON).truncatedTo(ChronoUnit.MINUTES);
		};
	}

	/** Whether one can buy at the first start. */
	enum Sales {

		/** Since last week. */
		OPEN,

		/** In a few minutes. */
		OPEN_SOON

	}

	/** The prices of the three grades, in won. */
	record Prices(long vip, long r, long s) {

		List<PriceBand> bands() {
			return List.of(new PriceBand("VIP", 1, 10, this.vip), new PriceBand("R", 11, 30, this.r),
					new PriceBand("S", 31, 50, this.s));
		}

	}

	/** A show so many days from today, Seoul time, with so many seats sold. */
	record Evening(int inDays, LocalTime at, int sold) {

		static Evening in(int days, String at, int sold) {
			return new Evening(days, LocalTime.parse(at), sold);
		}

	}

}
