package app.frontrow.booking;

import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.reservation.Reservation;

/**
 * A reservation and its payment.
 */
public record Order(Reservation reservation, Payment payment) {
}
