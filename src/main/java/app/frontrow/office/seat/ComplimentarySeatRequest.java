package app.frontrow.office.seat;

import java.util.List;

/**
 * A request of the ticket office to give seats to a member for nothing.
 *
 * @param username the member who gets them
 * @param reason why the seats are given away
 */
public record ComplimentarySeatRequest(List<Integer> seatNumbers, String username, String reason) {
}
