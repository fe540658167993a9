package app.frontrow.reservations;

/**
 * One seat of a show as a member sees it.
 *
 * @param number 1 to 50
 * @param price whole won
 * @param mine whether that member holds or owns it
 */
public record Seat(int number, String grade, long price, SeatStatus status, boolean mine) {
}
