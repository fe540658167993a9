package app.frontrow.catalogue;

import java.time.Instant;

/**
 * What a waiting room goes by.
 *
 * @param seatsLeft seats not yet sold, over the shows still to come
 * @param salesOpenAt when sales open
 */
public record SaleTerms(int seatsLeft, Instant salesOpenAt) {
}
