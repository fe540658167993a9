package app.frontrow.catalogue.web.page;

import java.util.List;

import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.web.poster.PosterVersion;

/**
 * A concert for the pages.
 *
 * @param state key of the badge's text
 * @param priceFrom lowest price in won; 0 if there is none
 */
record ConcertCardView(Concert concert, String state, long priceFrom) {

	/** With this many seats or fewer, the badge says that few are left. */
	private static final int FEW_SEATS = 20;

	static ConcertCardView of(Concert concert) {
		long priceFrom = concert.prices().stream().mapToLong(PriceBand::price).min().orElse(0);
		return new ConcertCardView(concert, stateOf(concert), priceFrom);
	}

	/** Changes when the poster changes, so browsers may keep a poster for long. */
	public String posterVersion() {
		return PosterVersion.of(this.concert);
	}

	/** Returns each grade once. The position of a grade selects its symbol. */
	public List<String> grades() {
		return this.concert.prices().stream().map(PriceBand::grade).distinct().toList();
	}

	private static String stateOf(Concert concert) {
		return switch (concert.status()) {
			case UPCOMING -> "upcoming";
			case SOLD_OUT -> "sold-out";
			case ENDED -> "ended";
			case ON_SALE -> (concert.seatsLeft() <= FEW_SEATS) ? "few-left" : "on-sale";
		};
	}

}
