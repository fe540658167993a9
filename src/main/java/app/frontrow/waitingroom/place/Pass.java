package app.frontrow.waitingroom.place;

import java.util.UUID;

/**
 * The right of a member to be inside.
 *
 * @param number the number of the place; unique per concert
 */
public record Pass(long concertId, UUID memberId, long number) {
}
