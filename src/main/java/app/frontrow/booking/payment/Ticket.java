package app.frontrow.booking.payment;

/**
 * The right to one seat.
 *
 * @param code what the door reads; cannot be guessed
 * @param seatNumber 1 to 50
 */
public record Ticket(String code, int seatNumber) {
}
