package app.frontrow.catalogue;

import java.util.List;

/**
 * The prices of shows change. The event is sent within the transaction. A listener
 * refuses with {@link ConcertHasSalesException} if seats are held or sold.
 *
 * @param showIds all shows of the concert
 * @param prices the new prices
 */
public record PricesChanged(long concertId, List<Long> showIds, List<PriceBand> prices) {
}
