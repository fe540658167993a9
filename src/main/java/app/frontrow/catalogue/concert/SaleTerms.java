package app.frontrow.catalogue.concert;

import java.time.Instant;

/**
 * What the waiting room needs to know about a sale.
 *
 * @param seatsLeft seats not yet sold in shows that have not begun
 */
public record SaleTerms(int seatsLeft, Instant salesOpenAt, SaleStatus status) {
}
