package app.frontrow.catalogue.concert;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data of a concert without its shows and its description.
 *
 * @param revision grows with every change of the concert
 * @param otherNames title, artist and venue in a second language, as far as there are any
 * @param notices shows that were cancelled or moved
 * @param createdAt when the concert was added; it tells concerts apart that had the same
 * id
 */
public record ConcertDetails(long id, int revision, String title, String artist, String venue, Instant salesOpenAt,
		Instant firstShowAt, Instant lastShowAt, List<PriceBand> prices, List<String> otherNames,
		List<Show.Notice> notices, Instant createdAt) {

	/** Details without names in a second language. */
	public ConcertDetails(long id, int revision, String title, String artist, String venue, Instant salesOpenAt,
			Instant firstShowAt, Instant lastShowAt, List<PriceBand> prices) {
		this(id, revision, title, artist, venue, salesOpenAt, firstShowAt, lastShowAt, prices, List.of(), List.of(),
				Instant.EPOCH);
	}

	/** Returns title, artist and venue in all languages. */
	public String[] allNames() {
		return Stream.concat(Stream.of(this.title, this.artist, this.venue), this.otherNames.stream())
			.toArray(String[]::new);
	}

}
