package app.frontrow.catalogue.concert;

/**
 * The order of a list of concerts. Concerts that are over are last in every order, and
 * earlier dates come first among equals.
 */
public enum ConcertSort {

	/** On sale, then not yet on sale, then sold out. */
	AVAILABILITY,

	/** By the first show. */
	DATE,

	/** Not yet on sale first, by the opening of sales. */
	OPENING,

	/** By the lowest price. */
	PRICE

}
