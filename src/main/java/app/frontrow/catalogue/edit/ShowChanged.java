package app.frontrow.catalogue.edit;

import app.frontrow.catalogue.concert.Show;

/**
 * A show was cancelled or moved, in the running transaction.
 *
 * @param notice what visitors read
 */
public record ShowChanged(long concertId, Show.Notice notice) {
}
