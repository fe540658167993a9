package app.frontrow.booking.web.order;

import app.frontrow.booking.Order;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.web.OfflineCopyHeader;
import app.frontrow.members.Member;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of a member's reservations in all states, newest first.
 */
@PageController
class TicketPageController {

	private static final int ORDERS = 10;

	private static final int LAST_PAGE = 100_000;

	private final OrderQueryService orderQueries;

	private final OrderViewFactory views;

	TicketPageController(OrderQueryService orderQueries, OrderViewFactory views) {
		this.orderQueries = orderQueries;
		this.views = views;
	}

	@GetMapping("/me/reservations")
	String list(@RequestParam(defaultValue = "0") int page, @AuthenticationPrincipal Member member,
			HttpServletResponse response, Model model) {
		PageOf<Order> orders = this.orderQueries.findOrders(member.id(), null, Math.min(Math.max(page, 0), LAST_PAGE),
				ORDERS);
		model.addAttribute("page", orders);
		model.addAttribute("views", orders.items().stream().map((order) -> this.views.create(order, 0)).toList());
		OfflineCopyHeader.allow(response);
		return "orders/list";
	}

}
