package app.frontrow.catalogue;

/**
 * Where the sale of a concert stands.
 */
public enum SaleStatus {

	/** Sales have not opened yet. */
	UPCOMING,

	/** There are seats to be had. */
	ON_SALE,

	/** Every seat of every show to come is sold. */
	SOLD_OUT,

	/** The last show has begun. */
	ENDED

}
