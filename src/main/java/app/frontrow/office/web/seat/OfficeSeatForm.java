package app.frontrow.office.web.seat;

import java.util.List;

import app.frontrow.shared.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The form of the seat map in the ticket office, as it was sent.
 *
 * @param action {@code block}, {@code unblock} or {@code give}
 * @param username who gets the seats, for {@code give}
 * @param idempotencyKey of the page view
 */
record OfficeSeatForm(@Nullable List<String> seatNumbers, @Nullable String action, String username, String reason,
		@Nullable String idempotencyKey) {

	/** An absent field is an empty one. */
	OfficeSeatForm {
		username = (username != null) ? username : "";
		reason = (reason != null) ? reason : "";
	}

	static OfficeSeatForm empty() {
		return new OfficeSeatForm(List.of(), null, "", "", null);
	}

	boolean asksFor(String other) {
		return other.equals(this.action);
	}

	/** Whether the box of a seat is ticked. */
	public boolean hasChosen(int number) {
		return this.seatNumbers != null && this.seatNumbers.contains(String.valueOf(number));
	}

	/**
	 * The numbers of the seats.
	 * @throws InvalidInputException if one is no number
	 */
	List<Integer> numbers() {
		return (this.seatNumbers != null)
				? this.seatNumbers.stream().map((typed) -> toNumber("seatNumbers", typed)).toList() : List.of();
	}

	static Integer toNumber(String field, String typed) {
		try {
			return Integer.valueOf(typed);
		}
		catch (NumberFormatException noNumber) {
			throw new InvalidInputException(field, "seat-number");
		}
	}

}
