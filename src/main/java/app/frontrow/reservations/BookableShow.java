package app.frontrow.reservations;

import java.time.Instant;

/**
 * A show to come, with what can be had of it right now.
 *
 * @param seatsLeft seats that are neither held nor sold
 * @param priceFrom price of the cheapest seat, whole won
 */
public record BookableShow(long id, long concertId, Instant startsAt, int seatsLeft, long priceFrom) {
}
