package app.frontrow.catalogue.web.poster;

import java.util.Objects;

import app.frontrow.catalogue.concert.Concert;

/**
 * A part of a poster's address. It changes when the poster changes, so browsers may keep
 * a poster for long.
 */
public final class PosterVersion {

	private PosterVersion() {
	}

	public static String of(Concert concert) {
		return Integer.toHexString(Objects.hash(concert.title(), concert.artist(), concert.venue(),
				concert.firstShowAt(), concert.lastShowAt()));
	}

}
