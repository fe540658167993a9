package app.frontrow.catalogue;

import java.util.List;

/**
 * Shows are about to be taken out of the programme. Told within the same transaction; who
 * knows of held or sold seats refuses with {@link ConcertHasSalesException}.
 *
 * @param showIds the shows that go
 */
public record ShowsWithdrawn(long concertId, List<Long> showIds) {
}
