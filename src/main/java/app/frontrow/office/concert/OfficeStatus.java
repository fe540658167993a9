package app.frontrow.office.concert;

/**
 * The state of a concert for the ticket office.
 */
public enum OfficeStatus {

	/** Only the ticket office sees it. */
	DRAFT,

	/** Everybody sees it, and its sales have not opened. */
	ANNOUNCED,

	/** At least one seat of a future show is not sold. */
	ON_SALE,

	/** Every seat of every future show is sold. */
	SOLD_OUT,

	/** The last show has begun. */
	ENDED

}
