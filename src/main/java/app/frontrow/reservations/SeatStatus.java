package app.frontrow.reservations;

/**
 * Whether a seat can be had.
 */
public enum SeatStatus {

	/** Free, or its hold has run out. */
	AVAILABLE,

	/** Held by a member who has time left to pay. */
	HELD,

	/** Paid for. */
	SOLD

}
