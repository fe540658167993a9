package app.frontrow.booking.payment;

/**
 * Where a payment stands.
 */
public enum PaymentStatus {

	/** The seats are held; it waits to be paid. */
	PENDING,

	/** Paid from the balance. */
	PAID,

	/** The hold ended or was given up before it was paid. */
	CANCELLED,

	/** Paid, and given back to the balance. */
	REFUNDED

}
