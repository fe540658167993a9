package app.frontrow.booking.seat;

/**
 * The state of a seat.
 */
public enum SeatStatus {

	/** The seat is free, or its hold has expired. */
	AVAILABLE,

	/** A member holds the seat and may still pay. */
	HELD,

	/** The seat is paid, given away or kept from sale. */
	SOLD

}
