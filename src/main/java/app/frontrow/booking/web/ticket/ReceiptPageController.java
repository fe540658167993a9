package app.frontrow.booking.web.ticket;

import java.util.UUID;

import app.frontrow.booking.Order;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.web.order.OrderRefundModel;
import app.frontrow.booking.web.order.OrderView;
import app.frontrow.booking.web.order.OrderViewFactory;
import app.frontrow.members.Member;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.page.PageController;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The receipt of a payment and of what was given back, as a page to print.
 */
@PageController
class ReceiptPageController {

	private final OrderQueryService orderQueries;

	private final OrderViewFactory views;

	private final OrderRefundModel refunds;

	ReceiptPageController(OrderQueryService orderQueries, OrderViewFactory views, OrderRefundModel refunds) {
		this.orderQueries = orderQueries;
		this.views = views;
		this.refunds = refunds;
	}

	@GetMapping("/reservations/{id}/receipt")
	String receipt(@PathVariable UUID id, @AuthenticationPrincipal Member member, Model model) {
		Order order = this.orderQueries.getOrder(member.id(), id);
		OrderView view = this.views.create(order, 0);
		if (!view.paid() && !view.refunded()) {
			throw new NotFoundException();
		}
		model.addAttribute("view", view);
		this.refunds.addRefunds(model, order, view);
		return "orders/receipt";
	}

}
