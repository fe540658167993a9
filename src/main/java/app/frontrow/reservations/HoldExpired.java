package app.frontrow.reservations;

import java.util.UUID;

/**
 * A hold ran out unpaid, and the history says so.
 *
 * @param queueSeq number of the place in the queue it was made from
 */
public record HoldExpired(UUID reservationId, UUID memberId, long concertId, long queueSeq) {
}
