package app.frontrow.booking.web.order;

import app.frontrow.booking.Order;
import app.frontrow.booking.RefundService;
import app.frontrow.booking.refund.RefundRequest;
import app.frontrow.shared.error.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Adds to the page of an order what a cancellation would keep, and what was refunded.
 */
@Component
public class OrderRefundModel {

	private final RefundService refunds;

	OrderRefundModel(RefundService refunds) {
		this.refunds = refunds;
	}

	/** Adds the rules for a hold, and for a paid order the refund of all its tickets. */
	void addTo(Model model, Order order, OrderView view) {
		if (view.held()) {
			model.addAttribute("terms", this.refunds.getTerms(order.reservation().id()));
		}
		if (view.refundable()) {
			addQuote(model, order);
		}
		addRefunds(model, order, view);
	}

	/** Adds the refunds that the order has had. */
	public void addRefunds(Model model, Order order, OrderView view) {
		if (view.paid() || view.refunded()) {
			model.addAttribute("refunds", this.refunds.findRefunds(order));
		}
	}

	/** Adds nothing if the show has begun since the order was read. */
	private void addQuote(Model model, Order order) {
		try {
			model.addAttribute("quote", this.refunds.quote(order.reservation().memberId(),
					RefundRequest.byMember(order.reservation().id(), null, null)));
		}
		catch (Refusal late) {
			model.addAttribute("quote", null);
		}
	}

}
