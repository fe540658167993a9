package app.frontrow.catalogue;

import java.util.List;

import app.frontrow.catalogue.concert.PriceBand;

/**
 * The prices of a concert's shows change. The event is sent within the transaction. A
 * listener refuses with {@link ConcertHasSalesException} if seats are held or sold.
 */
public record PricesChanged(long concertId, List<Long> showIds, List<PriceBand> prices) {
}
