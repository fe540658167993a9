package app.frontrow.office.order;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import app.frontrow.booking.RefundService;
import app.frontrow.booking.refund.Refund;
import app.frontrow.booking.refund.RefundQuote;
import app.frontrow.booking.refund.RefundRequest;
import app.frontrow.booking.refund.RefundRequest.StaffDecision;
import app.frontrow.members.Member;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.text.ReadableTextRules;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Refunds tickets for the box office. Each refund adds an entry to the trail, in the same
 * transaction.
 */
@Service
public class RefundOfficeService {

	/** Who may refund. */
	public static final Set<StaffRole> REFUNDERS = Set.of(StaffRole.BOX_OFFICE);

	private static final int MAX_REASON = 300;

	private final RefundService refunds;

	RefundOfficeService(RefundService refunds) {
		this.refunds = refunds;
	}

	/**
	 * Calculates what a refund would give back now.
	 * @param tickets codes or numbers of seats; null for all
	 * @throws NotFoundException if there is no such order
	 * @throws app.frontrow.shared.error.Refusal if nothing can be refunded
	 */
	public RefundQuote quote(UUID orderId, @Nullable List<String> tickets, boolean organiserAtFault) {
		return this.refunds
			.quoteForStaff(new RefundRequest(orderId, tickets, null, new StaffDecision("", "", organiserAtFault)));
	}

	/**
	 * Refunds tickets, once per key.
	 * @param tickets codes or numbers of seats; null for all
	 * @param key the client's idempotency key, or null
	 * @throws InvalidInputException if the reason is empty, too long or unreadable
	 * @throws NotFoundException if there is no such order
	 * @throws app.frontrow.shared.error.Refusal if a ticket cannot be refunded
	 */
	public Refund refund(Member staff, UUID orderId, @Nullable List<String> tickets, RefundTerms terms,
			@Nullable String key) {
		StaffDecision decision = new StaffDecision(staff.username(), readReason(terms.reason()),
				terms.organiserAtFault());
		return this.refunds.refund(staff.id(), key,
				new RefundRequest(orderId, tickets, terms.expectedPercent(), decision));
	}

	private static String readReason(@Nullable String typed) {
		String reason = (typed != null) ? typed.strip() : "";
		int length = reason.codePointCount(0, reason.length());
		if (length < 1 || length > MAX_REASON) {
			throw new InvalidInputException("reason", "length", 1, MAX_REASON);
		}
		if (!ReadableTextRules.isLines(reason)) {
			throw new InvalidInputException("reason", "unreadable");
		}
		return reason;
	}

	/**
	 * Options of a refund by the staff.
	 *
	 * @param organiserAtFault whether nothing is kept of the price
	 * @param expectedPercent how much is kept, as the page showed it; null accepts any
	 */
	public record RefundTerms(String reason, boolean organiserAtFault, @Nullable Integer expectedPercent) {
	}

}
