package app.frontrow.office.web.seat;

import app.frontrow.office.seat.SeatExchange;
import app.frontrow.shared.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of a seat, as the page sends it.
 *
 * @param idempotencyKey of the page view
 */
record ReseatForm(String from, String to, String reason, @Nullable String idempotencyKey) {

	/** An absent field is an empty one. */
	ReseatForm {
		from = (from != null) ? from : "";
		to = (to != null) ? to : "";
		reason = (reason != null) ? reason : "";
	}

	static ReseatForm empty() {
		return new ReseatForm("", "", "", null);
	}

	/** Whether this is the chosen seat to leave. */
	public boolean leaves(int number) {
		return String.valueOf(number).equals(this.from);
	}

	/** Whether this is the chosen new seat. */
	public boolean takes(int number) {
		return String.valueOf(number).equals(this.to);
	}

	/**
	 * The exchange.
	 * @throws InvalidInputException if a seat is no number
	 */
	SeatExchange toExchange() {
		return new SeatExchange(OfficeSeatForm.toNumber("from", this.from), OfficeSeatForm.toNumber("to", this.to),
				this.reason);
	}

}
