package app.frontrow.office.web.order;

import java.util.Set;
import java.util.UUID;

import app.frontrow.members.Member;
import app.frontrow.office.order.RefundOfficeService;
import app.frontrow.shared.error.Refusal;
import app.frontrow.staff.StaffAccessService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes the form that refunds tickets of an order.
 */
@Component
class RefundFormFactory {

	private final RefundOfficeService refunds;

	private final StaffAccessService staff;

	RefundFormFactory(RefundOfficeService refunds, StaffAccessService staff) {
		this.refunds = refunds;
		this.staff = staff;
	}

	/**
	 * Returns an empty form; null if the reader may not refund, or nothing can be
	 * refunded.
	 */
	@Nullable RefundForm create(Member reader, long concertId, UUID orderId) {
		boolean mayRefund = this.staff.getScope(reader.id(), RefundOfficeService.REFUNDERS).covers(concertId);
		return mayRefund ? create(orderId, Set.of(), false, "", null) : null;
	}

	/** Returns a form as it was typed; null if nothing can be refunded. */
	@Nullable RefundForm create(UUID orderId, Set<String> chosen, boolean organiserAtFault, String reason,
			@Nullable String fault) {
		try {
			return new RefundForm(this.refunds.quote(orderId, null, organiserAtFault), chosen, organiserAtFault, reason,
					fault);
		}
		catch (Refusal nothingToRefund) {
			return null;
		}
	}

}
