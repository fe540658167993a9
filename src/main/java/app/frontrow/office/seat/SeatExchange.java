package app.frontrow.office.seat;

/**
 * The exchange of a paid seat.
 *
 * @param from the number of the seat to leave
 * @param to the number of the new seat
 * @param reason why
 */
public record SeatExchange(Integer from, Integer to, String reason) {
}
