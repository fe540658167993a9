package app.frontrow.booking.web.ticket;

import java.util.UUID;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.Order;
import app.frontrow.booking.web.order.OrderView;
import app.frontrow.booking.web.order.OrderViewFactory;
import app.frontrow.members.Member;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.wallet.WalletService;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The receipt of a payment and of what was given back, as a page to print.
 */
@PageController
class ReceiptPageController {

	private final CheckoutService checkout;

	private final OrderViewFactory views;

	private final WalletService wallets;

	ReceiptPageController(CheckoutService checkout, OrderViewFactory views, WalletService wallets) {
		this.checkout = checkout;
		this.views = views;
		this.wallets = wallets;
	}

	@GetMapping("/reservations/{id}/receipt")
	String receipt(@PathVariable UUID id, @AuthenticationPrincipal Member member, Model model) {
		Order order = this.checkout.getOrder(member.id(), id);
		OrderView view = this.views.create(order, 0);
		if (!view.paid() && !view.refunded()) {
			throw new NotFoundException();
		}
		model.addAttribute("view", view);
		model.addAttribute("refunds", this.wallets.findRefunds(member.id(), order.payment().id()));
		return "orders/receipt";
	}

}
