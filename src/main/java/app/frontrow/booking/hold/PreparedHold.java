package app.frontrow.booking.hold;

import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.seat.SeatRepository.Choice;

/**
 * A hold that was checked and not written yet. It claims nothing.
 *
 * @param reservation what will be written
 * @param choice the seats as they were read
 */
public record PreparedHold(Reservation reservation, Choice choice) {
}
