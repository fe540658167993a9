package app.frontrow.catalogue.concert;

import java.time.Instant;
import java.util.List;

/**
 * The data of a concert without its shows and its description.
 *
 * @param revision grows with every change of the concert
 */
public record ConcertDetails(long id, int revision, String title, String artist, String venue, Instant salesOpenAt,
		Instant firstShowAt, Instant lastShowAt, List<PriceBand> prices) {
}
