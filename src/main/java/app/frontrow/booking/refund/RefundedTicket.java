package app.frontrow.booking.refund;

/**
 * A ticket that is refunded.
 *
 * @param seatNumber 1 to 50
 * @param price won
 * @param fee won; what is kept of the price
 */
public record RefundedTicket(String code, int seatNumber, String grade, long price, long fee) {

	/** Returns what is given back, in won. */
	public long refund() {
		return this.price - this.fee;
	}

}
