package app.frontrow.waitingroom;

import java.time.Instant;
import java.util.UUID;

/**
 * What a queue token says, once its signature has been verified.
 *
 * @param epoch which life of the queue the place belongs to
 * @param seq the order: lower comes first
 * @param issuedAt when the place was taken, whole seconds
 */
record Ticket(long concertId, UUID memberId, String epoch, long seq, Instant issuedAt) {
}
