package app.frontrow.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * What the office wrote about a concert, apart from its shows and its description.
 *
 * @param revision grows with every change of the concert
 */
record ConcertFacts(long id, int revision, String title, String artist, String venue, Instant salesOpenAt,
		Instant firstShowAt, Instant lastShowAt, List<PriceBand> prices) {
}
