package app.frontrow.waitingroom.place;

import java.util.UUID;

/**
 * The right of an admitted member to choose and pay for seats of a concert.
 *
 * @param number the member's number in the queue; unique per concert
 */
public record Pass(long concertId, UUID memberId, long number) {
}
