package app.frontrow.reservations;

/**
 * What became of a reservation.
 */
public enum ReservationStatus {

	/** The seats are held until the end of the hold. */
	HELD,

	/** Paid: the seats are the member's. */
	CONFIRMED,

	/** The hold ran out unpaid. */
	EXPIRED,

	/** Given up by the member. */
	CANCELLED

}
