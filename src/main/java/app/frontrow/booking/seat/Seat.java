package app.frontrow.booking.seat;

/**
 * A seat of a show for one member.
 *
 * @param number 1 to 50
 * @param price in won
 * @param mine whether the member holds or owns it
 */
public record Seat(int number, String grade, long price, SeatStatus status, boolean mine) {
}
