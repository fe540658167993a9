package app.frontrow.office.web.seat;

import java.util.List;

/**
 * What somebody chose on the seat map of the ticket office.
 *
 * @param action {@code block}, {@code unblock} or {@code give}
 * @param username who gets the seats, for {@code give}
 * @param idempotencyKey of the page view
 */
record OfficeSeatForm(List<Integer> seatNumbers, String action, String username, String reason, String idempotencyKey) {

	static OfficeSeatForm empty() {
		return new OfficeSeatForm(List.of(), null, "", "", null);
	}

	boolean asksFor(String other) {
		return other.equals(this.action);
	}

	/** Whether the box of a seat is ticked. */
	public boolean hasChosen(int number) {
		return this.seatNumbers != null && this.seatNumbers.contains(number);
	}

}
