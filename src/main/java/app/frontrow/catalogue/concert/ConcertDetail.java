package app.frontrow.catalogue.concert;

import app.frontrow.shared.error.Detail;

/**
 * The details of refusals about a concert.
 */
public final class ConcertDetail {

	/** The concert. */
	public static final Detail ID = Detail.number("concertId", "The concert it is about", 42);

	public static final Detail SALES_OPEN_AT = Detail.time("salesOpenAt", "When its sales open",
			"2026-05-01T11:00:00Z");

	private ConcertDetail() {
	}

}
