package app.frontrow.office.board;

import java.time.Instant;

/**
 * A show on the board.
 *
 * @param revenue the prices of its sold seats, in won
 */
public record BoardShow(long id, Instant startsAt, BoardSeats seats, long revenue) {
}
