package app.frontrow.booking.reservation;

import java.util.UUID;

/**
 * A hold has expired and is recorded as expired.
 *
 * @param queueSeq number of the place in the queue that the hold was made from
 */
public record HoldExpired(UUID reservationId, UUID memberId, long concertId, long queueSeq) {
}
