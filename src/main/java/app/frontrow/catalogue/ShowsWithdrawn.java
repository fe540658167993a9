package app.frontrow.catalogue;

import java.util.List;

/**
 * Shows are about to be withdrawn. The event is sent within the transaction. A listener
 * refuses with {@link ConcertHasSalesException} if seats are held or sold.
 */
public record ShowsWithdrawn(long concertId, List<Long> showIds) {
}
