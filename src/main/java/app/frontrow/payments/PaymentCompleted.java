package app.frontrow.payments;

import java.util.UUID;

/**
 * A reservation was paid.
 *
 * @param queueSeq number of the place in the queue that the seats were held from
 */
public record PaymentCompleted(UUID paymentId, UUID reservationId, UUID memberId, long concertId, long queueSeq) {
}
