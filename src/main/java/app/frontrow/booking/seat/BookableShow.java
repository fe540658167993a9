package app.frontrow.booking.seat;

import java.time.Instant;

/**
 * A show that has not begun, with its free seats.
 *
 * @param seatsLeft seats that are neither held nor sold
 * @param priceFrom price of the cheapest seat in won
 */
public record BookableShow(long id, long concertId, Instant startsAt, int seatsLeft, long priceFrom) {
}
