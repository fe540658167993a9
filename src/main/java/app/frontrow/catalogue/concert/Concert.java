package app.frontrow.catalogue.concert;

import java.time.Instant;
import java.util.List;

/**
 * A concert with its status at the moment of the request.
 *
 * @param seatsLeft seats not yet sold in shows that have not begun
 * @param prices the price bands in the order of seats, without gaps
 */
public record Concert(long id, String title, String artist, String venue, String description, Instant salesOpenAt,
		SaleStatus status, Instant firstShowAt, Instant lastShowAt, int seatsLeft, List<PriceBand> prices) {
}
