package app.frontrow.booking.refund;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import app.frontrow.shared.error.InvalidInputException;
import jakarta.annotation.Nullable;

/**
 * The tickets that a member cancels or the staff refunds.
 *
 * @param tickets codes of tickets or numbers of seats; null for all
 * @param expectedPercent how much of the price is kept, as the person saw it; null
 * accepts any
 * @param staff null if the member cancels
 */
public record RefundRequest(UUID reservationId, @Nullable List<String> tickets, @Nullable Integer expectedPercent,
		@Nullable StaffDecision staff) {

	private static final Pattern TICKET = Pattern.compile("[0-9A-Za-z-]{1,40}");

	/**
	 * Makes a request.
	 * @throws InvalidInputException if a ticket can be neither a code nor a number
	 */
	public RefundRequest {
		if (tickets != null && !tickets.stream().allMatch((ticket) -> TICKET.matcher(ticket).matches())) {
			throw new InvalidInputException("tickets", "ticket-code");
		}
	}

	/** A request of the member. */
	public static RefundRequest byMember(UUID reservationId, @Nullable List<String> tickets,
			@Nullable Integer expectedPercent) {
		return new RefundRequest(reservationId, tickets, expectedPercent, null);
	}

	boolean isOrganiserAtFault() {
		return this.staff != null && this.staff.organiserAtFault();
	}

	/**
	 * Why the staff refunds.
	 *
	 * @param username who refunds
	 * @param organiserAtFault whether nothing is kept of the price
	 */
	public record StaffDecision(String username, String reason, boolean organiserAtFault) {
	}

}
