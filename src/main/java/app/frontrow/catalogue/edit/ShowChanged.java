package app.frontrow.catalogue.edit;

import app.frontrow.catalogue.concert.Show;

/**
 * A show was cancelled or moved. The transaction of the change is still running.
 *
 * @param notice what visitors read
 */
public record ShowChanged(long concertId, Show.Notice notice) {
}
