package app.frontrow.booking.office;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.text.ReadableTextRules;
import org.jspecify.annotations.Nullable;

/**
 * Which member of the staff changes seats by hand, and why.
 *
 * @param username the member of the staff
 * @param reason one line, 1 to 200 characters
 */
public record StaffDecision(String username, String reason) {

	/** The longest reason, in characters. */
	public static final int MAX_REASON = 200;

	/**
	 * Makes a decision with a reason as it was typed.
	 * @throws InvalidInputException if the reason is empty, too long or unreadable
	 */
	public static StaffDecision of(String username, @Nullable String typed) {
		String reason = (typed != null) ? typed.strip() : "";
		if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > MAX_REASON) {
			throw new InvalidInputException("reason", "length", 1, MAX_REASON);
		}
		if (!ReadableTextRules.isLine(reason)) {
			throw new InvalidInputException("reason", "unreadable");
		}
		return new StaffDecision(username, reason);
	}

}
