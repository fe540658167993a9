package app.frontrow.office.board;

import java.time.Instant;

/**
 * A concert whose sale has a history.
 */
public record RecordedSale(long concertId, String title, Instant salesOpenAt) {
}
