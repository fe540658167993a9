package app.frontrow.office.web.order;

import java.util.UUID;

import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.members.Member;
import app.frontrow.office.order.OfficeOrderService;
import app.frontrow.office.order.OrderDetail;
import app.frontrow.office.order.OrderQuery;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The pages on which the staff finds and reads orders.
 */
@PageController
class OfficeOrderPageController {

	private static final String PATH = "/office/orders";

	private static final int PAGE_SIZE = 50;

	private static final int LAST_PAGE = 100_000;

	private final OfficeOrderService orders;

	private final RefundFormFactory refunds;

	private final FlashMessageWriter flashes;

	OfficeOrderPageController(OfficeOrderService orders, RefundFormFactory refunds, FlashMessageWriter flashes) {
		this.refunds = refunds;
		this.orders = orders;
		this.flashes = flashes;
	}

	@GetMapping(PATH)
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable Long concertId,
			@RequestParam(required = false) @Nullable ReservationStatus status,
			@RequestParam(defaultValue = "0") int page, @AuthenticationPrincipal Member member, Model model) {
		OrderQuery query = new OrderQuery(q.strip(), concertId, status);
		model.addAttribute("query", query);
		model.addAttribute("statuses", ReservationStatus.values());
		model.addAttribute("base",
				UriComponentsBuilder.fromPath(PATH)
					.queryParam("q", "{q}")
					.queryParam("concertId", "{concert}")
					.queryParam("status", "{status}")
					.encode()
					.build(q.strip(), (concertId != null) ? concertId : "", (status != null) ? status : "")
					.toString());
		model.addAttribute("page", this.orders.find(member, query, Math.min(Math.max(page, 0), LAST_PAGE), PAGE_SIZE));
		return "office/orders";
	}

	@GetMapping(PATH + "/{id}")
	String show(@PathVariable UUID id, @AuthenticationPrincipal Member member, Model model) {
		OrderDetail detail = this.orders.get(id);
		model.addAttribute("detail", detail);
		model.addAttribute("refund", this.refunds.create(member, detail.order().concertId(), id));
		return "office/order";
	}

	@PostMapping(PATH + "/{id}/notes")
	String note(@PathVariable UUID id, @RequestParam(defaultValue = "") String text,
			@AuthenticationPrincipal Member member, RedirectAttributes redirect) {
		try {
			this.orders.addNote(member, id, text);
			this.flashes.addNotice(redirect, "flash.order-noted");
		}
		catch (InvalidInputException invalid) {
			this.flashes.addRefusal(redirect, invalid, "text", "office.order.note", text);
		}
		return "redirect:" + PATH + "/{id}";
	}

	/** The browser comes here if a log-in or an outage interrupted the form. */
	@GetMapping(PATH + "/{id}/notes")
	String redirectToOrder(@PathVariable UUID id) {
		return "redirect:" + PATH + "/{id}";
	}

}
