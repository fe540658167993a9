package app.frontrow.booking.web.ticket;

import java.util.UUID;

import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.web.OfflineCopyHeader;
import app.frontrow.booking.web.order.OrderView;
import app.frontrow.booking.web.order.OrderViewFactory;
import app.frontrow.booking.web.order.TicketView;
import app.frontrow.members.Member;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One ticket with a large QR code, for browsers without JavaScript. The address has the
 * seat and not the code, because addresses are kept in histories and logs.
 */
@PageController
class SeatTicketPageController {

	private final OrderQueryService orderQueries;

	private final OrderViewFactory views;

	SeatTicketPageController(OrderQueryService orderQueries, OrderViewFactory views) {
		this.orderQueries = orderQueries;
		this.views = views;
	}

	@GetMapping("/reservations/{id}/tickets/{seat}")
	String ticket(@PathVariable UUID id, @PathVariable int seat, @AuthenticationPrincipal Member member,
			HttpServletResponse response, Model model) {
		OrderView view = this.views.create(this.orderQueries.getOrder(member.id(), id), 0);
		TicketView ticket = view.tickets()
			.stream()
			.filter((each) -> each.seat().number() == seat)
			.findFirst()
			.orElseThrow(NotFoundException::new);
		model.addAttribute("view", view);
		model.addAttribute("ticket", ticket);
		OfflineCopyHeader.allow(response);
		return "orders/ticket";
	}

}
