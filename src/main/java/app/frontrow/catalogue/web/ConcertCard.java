package app.frontrow.catalogue.web;

import java.util.List;
import java.util.Objects;

import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.PriceBand;

/**
 * A concert as the pages show it.
 *
 * @param concert the concert
 * @param state what its badge says
 * @param priceFrom lowest price in won; 0 when there is none
 */
record ConcertCard(Concert concert, String state, long priceFrom) {

	/** Seats left from which on there are only few. */
	private static final int FEW = 20;

	static ConcertCard of(Concert concert) {
		long priceFrom = concert.prices().stream().mapToLong(PriceBand::price).min().orElse(0);
		return new ConcertCard(concert, stateOf(concert), priceFrom);
	}

	/** Changes with what the poster shows, so that a poster can be cached for long. */
	public String posterVersion() {
		return Integer.toHexString(Objects.hash(this.concert.title(), this.concert.artist(), this.concert.venue(),
				this.concert.firstShowAt(), this.concert.lastShowAt()));
	}

	/**
	 * The grades in the order of the prices list, each once: a grade's mark is its place
	 * here.
	 */
	public List<String> grades() {
		return this.concert.prices().stream().map(PriceBand::grade).distinct().toList();
	}

	private static String stateOf(Concert concert) {
		return switch (concert.status()) {
			case UPCOMING -> "upcoming";
			case SOLD_OUT -> "sold-out";
			case ENDED -> "ended";
			case ON_SALE -> (concert.seatsLeft() <= FEW) ? "few-left" : "on-sale";
		};
	}

}
