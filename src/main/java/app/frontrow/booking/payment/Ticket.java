package app.frontrow.booking.payment;

/**
 * The right to one seat.
 *
 * @param code the code that is scanned at the entrance; it cannot be guessed
 * @param seatNumber 1 to 50
 */
public record Ticket(String code, int seatNumber) {
}
