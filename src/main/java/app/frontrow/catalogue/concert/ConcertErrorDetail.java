package app.frontrow.catalogue.concert;

import app.frontrow.shared.error.Detail;

/**
 * Details that refusals about a concert contain.
 */
public final class ConcertErrorDetail {

	/** The concert. */
	public static final Detail ID = Detail.number("concertId", "The concert it is about", 42);

	public static final Detail SALES_OPEN_AT = Detail.time("salesOpenAt", "When its sales open",
			"2026-05-01T11:00:00Z");

	private ConcertErrorDetail() {
	}

}
