package app.frontrow.booking.office;

import java.util.UUID;

/**
 * A paid seat was exchanged for another one.
 *
 * @param from the number of the seat before
 * @param to the number of the seat after
 */
public record SeatMove(UUID id, UUID reservationId, UUID memberId, long concertId, long showId, int from, int to) {
}
