package app.frontrow.catalogue.edit;

import app.frontrow.catalogue.concert.ConcertDraft;
import org.jspecify.annotations.Nullable;

/**
 * A concert was added, changed or withdrawn. The transaction of the change is still
 * running.
 *
 * @param before null if the concert was added
 * @param after null if the concert was withdrawn
 * @param announced whether this has made a draft public
 */
public record ConcertEdited(long concertId, @Nullable ConcertDraft before, @Nullable ConcertDraft after,
		boolean announced) {
}
