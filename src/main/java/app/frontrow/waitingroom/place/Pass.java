package app.frontrow.waitingroom.place;

import java.util.UUID;

/**
 * The right to be inside, as it was checked for one request.
 *
 * @param number the place in the queue it came from; unique per concert
 */
public record Pass(long concertId, UUID memberId, long number) {
}
