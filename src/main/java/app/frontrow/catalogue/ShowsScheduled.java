package app.frontrow.catalogue;

import java.util.List;

/**
 * Shows were added to a concert. Told within the same transaction, so that their seats
 * are written with them.
 *
 * @param showIds the new shows
 * @param prices price of each of their seats
 */
public record ShowsScheduled(long concertId, List<Long> showIds, List<PriceBand> prices) {
}
