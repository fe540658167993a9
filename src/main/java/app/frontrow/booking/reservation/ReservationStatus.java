package app.frontrow.booking.reservation;

/**
 * The state of a reservation.
 */
public enum ReservationStatus {

	/** The seats are held until the end of the hold. */
	HELD,

	/** The seats are paid. */
	CONFIRMED,

	/** Some seats were refunded; the others are paid. */
	PARTLY_REFUNDED,

	/** The hold ended without a payment. */
	EXPIRED,

	/** The member gave up the hold or returned the seats. */
	CANCELLED;

	/** Returns whether the reservation has paid seats. */
	public boolean isPaid() {
		return this == CONFIRMED || this == PARTLY_REFUNDED;
	}

}
