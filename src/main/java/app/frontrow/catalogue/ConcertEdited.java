package app.frontrow.catalogue;

import app.frontrow.catalogue.concert.ConcertDraft;

/**
 * A concert was added, changed or withdrawn, in the running transaction.
 *
 * @param before null if the concert was added
 * @param after null if the concert was withdrawn
 */
public record ConcertEdited(long concertId, ConcertDraft before, ConcertDraft after) {
}
