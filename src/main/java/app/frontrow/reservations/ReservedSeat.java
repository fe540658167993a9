package app.frontrow.reservations;

/**
 * A seat of a reservation, at the price it was held for.
 *
 * @param number 1 to 50
 * @param price whole won
 */
public record ReservedSeat(int number, String grade, long price) {
}
