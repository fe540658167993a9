package app.frontrow.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * A concert as it stands now.
 *
 * @param salesOpenAt when sales open
 * @param firstShowAt start of the first show
 * @param lastShowAt start of the last show
 * @param seatsLeft seats not yet sold, over the shows still to come
 * @param prices by seat, without gaps
 */
public record Concert(long id, String title, String artist, String venue, String description, Instant salesOpenAt,
		SaleStatus status, Instant firstShowAt, Instant lastShowAt, int seatsLeft, List<PriceBand> prices) {
}
