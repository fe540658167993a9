package app.frontrow.catalogue;

import java.util.List;

import app.frontrow.catalogue.concert.PriceBand;

/**
 * Shows were added to a concert. The event is sent within the transaction, so the shows
 * and their seats are written together.
 */
public record ShowsScheduled(long concertId, List<Long> showIds, List<PriceBand> prices) {
}
