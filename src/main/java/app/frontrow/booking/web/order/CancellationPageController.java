package app.frontrow.booking.web.order;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.Order;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.RefundService;
import app.frontrow.booking.refund.Refund;
import app.frontrow.booking.refund.RefundRequest;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.members.Member;
import app.frontrow.shared.MoneyFormatter;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormKeyGenerator;
import app.frontrow.shared.web.page.PageController;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Cancels a reservation or some of its tickets. A member who chooses some tickets first
 * sees what is given back for them.
 */
@PageController
@RequestMapping("/reservations/{id}")
class CancellationPageController {

	private static final String ORDER = "redirect:/reservations/{id}";

	private final CheckoutService checkout;

	private final OrderQueryService orderQueries;

	private final RefundService refunds;

	private final IdempotencyService requests;

	private final OrderViewFactory views;

	private final FlashMessageWriter flashes;

	private final MoneyFormatter money;

	CancellationPageController(CheckoutService checkout, OrderQueryService orderQueries, RefundService refunds,
			IdempotencyService requests, OrderViewFactory views, FlashMessageWriter flashes, MoneyFormatter money) {
		this.checkout = checkout;
		this.orderQueries = orderQueries;
		this.refunds = refunds;
		this.requests = requests;
		this.views = views;
		this.flashes = flashes;
		this.money = money;
	}

	/** The browser comes here if a log-in or an outage interrupted the form. */
	@GetMapping("/cancel")
	String redirectToOrder() {
		return ORDER;
	}

	/**
	 * Shows what a cancellation of some tickets gives back.
	 * @param tickets numbers of seats
	 */
	@GetMapping("/cancellation")
	String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable List<String> tickets,
			@AuthenticationPrincipal Member member, Model model, RedirectAttributes redirect) {
		Order order = this.orderQueries.getOrder(member.id(), id);
		try {
			model.addAttribute("quote", this.refunds.quote(member.id(), RefundRequest.byMember(id, tickets, null)));
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
			return ORDER;
		}
		model.addAttribute("view", this.views.create(order, 0));
		model.addAttribute("terms", this.refunds.getTerms(id));
		return "orders/cancellation";
	}

	/**
	 * Releases a hold, or cancels tickets.
	 * @param tickets numbers of seats
	 * @param of how many tickets the page offered; null if it offered no choice
	 * @param percent how much of the price is kept, as the page showed it
	 */
	@PostMapping("/cancel")
	String cancel(@PathVariable UUID id, @RequestParam(required = false) String @Nullable [] tickets,
			@RequestParam(required = false) @Nullable Integer of,
			@RequestParam(required = false) @Nullable Integer percent,
			@RequestParam(name = FormKeyGenerator.FIELD, required = false) @Nullable String key,
			@AuthenticationPrincipal Member member, RedirectAttributes redirect) {
		List<String> chosen = read(tickets, of);
		Order order = this.orderQueries.getOrder(member.id(), id);
		try {
			if (order.reservation().status() == ReservationStatus.HELD) {
				this.checkout.cancel(member.id(), id);
				this.flashes.addNotice(redirect, "flash.hold-released");
				return ORDER;
			}
			if (of != null && chosen != null && !chosen.isEmpty() && chosen.size() < of) {
				redirect.addAttribute("tickets", tickets);
				return ORDER + "/cancellation";
			}
			Refund refund = this.requests
				.awaitResult(() -> this.refunds.cancel(member.id(), key, RefundRequest.byMember(id, chosen, percent)));
			this.flashes.addNotice(redirect, "flash.refunded", this.money.format(refund.amount()));
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
		}
		return ORDER;
	}

	/**
	 * If the page offered tickets and none is ticked, nothing is cancelled. No list at
	 * all means all tickets.
	 */
	private static @Nullable List<String> read(String @Nullable [] tickets, @Nullable Integer of) {
		if (tickets != null) {
			return Arrays.asList(tickets);
		}
		return (of != null) ? List.of() : null;
	}

}
