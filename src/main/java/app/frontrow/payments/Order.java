package app.frontrow.payments;

import app.frontrow.reservations.Reservation;

/**
 * A reservation and its payment.
 */
public record Order(Reservation reservation, Payment payment) {
}
