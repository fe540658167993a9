package app.frontrow.office.board;

/**
 * How many members reached each step of the sale, since its history began.
 *
 * @param joined places given in the waiting room
 * @param admitted passes given
 * @param held orders made, by holding seats
 * @param paid orders paid
 */
public record BoardFunnel(long joined, long admitted, long held, long paid) {
}
