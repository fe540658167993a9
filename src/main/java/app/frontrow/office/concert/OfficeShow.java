package app.frontrow.office.concert;

import java.time.Instant;

/**
 * A show as the ticket office sees it.
 */
public record OfficeShow(long id, Instant startsAt, SeatCount seats) {
}
