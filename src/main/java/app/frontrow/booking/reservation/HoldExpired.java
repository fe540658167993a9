package app.frontrow.booking.reservation;

import java.util.UUID;

/**
 * A hold has expired and is recorded as expired.
 *
 * @param queueSeq the member's number in the queue when the seats were held
 */
public record HoldExpired(UUID reservationId, UUID memberId, long concertId, long queueSeq) {
}
