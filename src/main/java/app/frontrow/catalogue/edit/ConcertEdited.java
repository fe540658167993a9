package app.frontrow.catalogue.edit;

import app.frontrow.catalogue.concert.ConcertDraft;

/**
 * A concert was added, changed or withdrawn, in the running transaction.
 *
 * @param before null if the concert was added
 * @param after null if the concert was withdrawn
 * @param announced whether this has made a draft public
 */
public record ConcertEdited(long concertId, ConcertDraft before, ConcertDraft after, boolean announced) {
}
