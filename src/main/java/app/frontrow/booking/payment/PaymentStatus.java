package app.frontrow.booking.payment;

/**
 * The state of a payment.
 */
public enum PaymentStatus {

	/** The seats are held and not paid yet. */
	PENDING,

	/** The member paid from the balance. */
	PAID,

	/** The hold expired or was given up before the payment. */
	CANCELLED,

	/** The payment was refunded to the balance. */
	REFUNDED

}
