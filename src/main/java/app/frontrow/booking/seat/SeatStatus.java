package app.frontrow.booking.seat;

/**
 * The state of a seat.
 */
public enum SeatStatus {

	/** Free, or its hold has expired. */
	AVAILABLE,

	/** Held by a member who may still pay. */
	HELD,

	/** Paid. */
	SOLD

}
