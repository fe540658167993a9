package app.frontrow.office.web.order;

import java.util.List;
import java.util.Set;

import app.frontrow.booking.refund.RefundQuote;
import app.frontrow.booking.refund.RefundedTicket;
import org.jspecify.annotations.Nullable;

/**
 * The form that refunds tickets, as it is shown.
 *
 * @param quote what a refund of all valid tickets would give back now
 * @param chosen codes of the tickets that are ticked
 * @param reason as it was typed
 * @param fault what is wrong with the form; null if nothing is wrong
 */
record RefundForm(RefundQuote quote, Set<String> chosen, boolean organiserAtFault, String reason,
		@Nullable String fault) {

	/** Returns what the ticked tickets give back, in won. */
	public long sum() {
		return this.quote.tickets()
			.stream()
			.filter((ticket) -> this.chosen.contains(ticket.code()))
			.mapToLong(RefundedTicket::refund)
			.sum();
	}

	public List<RefundedTicket> tickets() {
		return this.quote.tickets();
	}

}
