package app.frontrow.catalogue.concert;

/**
 * The state of a concert's sale.
 */
public enum SaleStatus {

	/** Sales have not opened yet. */
	UPCOMING,

	/** A seat of a future show is not sold. */
	ON_SALE,

	/** Every seat of every future show is sold. */
	SOLD_OUT,

	/** The last show has begun. */
	ENDED

}
