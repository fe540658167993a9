package app.frontrow.catalogue.concert;

import java.time.Instant;

/**
 * What the waiting room needs to know about a sale.
 *
 * @param seatsLeft seats not yet sold in shows that have not begun
 * @param createdAt when the concert was added
 */
public record SaleTerms(int seatsLeft, Instant salesOpenAt, SaleStatus status, Instant createdAt) {

	/** Terms of a concert whose creation does not matter. */
	public SaleTerms(int seatsLeft, Instant salesOpenAt, SaleStatus status) {
		this(seatsLeft, salesOpenAt, status, Instant.EPOCH);
	}

}
