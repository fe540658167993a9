package app.frontrow.office.seat;

import java.util.List;

/**
 * Seats that the ticket office gives away.
 *
 * @param username the member who gets them
 * @param reason why
 */
public record SeatGift(List<Integer> seatNumbers, String username, String reason) {
}
