package app.frontrow.catalogue.concert;

/**
 * A range of seats with one grade and one price.
 *
 * @param grade name of the grade, 1 to 20 characters
 * @param fromSeat first seat of the band, 1 to 50
 * @param toSeat last seat of the band
 * @param price won for one seat
 */
public record PriceBand(String grade, int fromSeat, int toSeat, long price) {
}
