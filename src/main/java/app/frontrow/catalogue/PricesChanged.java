package app.frontrow.catalogue;

import java.util.List;

/**
 * The prices of shows are about to change. Told within the same transaction; who knows of
 * held or sold seats refuses with {@link ConcertHasSalesException}.
 *
 * @param showIds all shows of the concert
 * @param prices price of each of their seats from now on
 */
public record PricesChanged(long concertId, List<Long> showIds, List<PriceBand> prices) {
}
