package app.frontrow.booking.office;

import java.util.UUID;

/**
 * An exchange of seats as the member is told about it.
 */
public record MovedSeat(UUID reservationId, int from, int to) {
}
