package app.frontrow.payments.web;

import java.util.UUID;

import app.frontrow.idempotency.IdempotentRequests;
import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.members.Member;
import app.frontrow.payments.Checkout;
import app.frontrow.payments.Order;
import app.frontrow.payments.Payment;
import app.frontrow.payments.PaymentStatus;
import app.frontrow.reservations.AlreadyPaidException;
import app.frontrow.reservations.HoldExpiredException;
import app.frontrow.reservations.NotCancellableException;
import app.frontrow.shared.Money;
import app.frontrow.shared.TooManyRequestsException;
import app.frontrow.waitingroom.ConcertInView;
import app.frontrow.shared.web.Flashes;
import app.frontrow.shared.web.FormKeys;
import app.frontrow.shared.web.PageController;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.wallet.InsufficientBalanceException;
import app.frontrow.wallet.TopUp;
import app.frontrow.wallet.WalletSettings;
import app.frontrow.wallet.Wallets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of a reservation: checkout for a hold, receipt and tickets for a paid one.
 */
@PageController
@RequestMapping("/reservations/{id}")
class OrderPageController {

	private final Checkout checkout;

	private final IdempotentRequests requests;

	private final Wallets wallets;

	private final QueueTokenCookie tokens;

	private final OrderViews views;

	private final Flashes flashes;

	private final Money money;

	private final TurnAfter turnAfter;

	private final long maxCharge;

	OrderPageController(Checkout checkout, IdempotentRequests requests, Wallets wallets, QueueTokenCookie tokens,
			OrderViews views, Flashes flashes, Money money, TurnAfter turnAfter, WalletSettings wallet) {
		this.checkout = checkout;
		this.requests = requests;
		this.wallets = wallets;
		this.tokens = tokens;
		this.views = views;
		this.flashes = flashes;
		this.money = money;
		this.turnAfter = turnAfter;
		this.maxCharge = wallet.maxCharge();
	}

	@GetMapping
	String show(@PathVariable UUID id, @AuthenticationPrincipal Member member, HttpServletRequest request,
			Model model) {
		Order order = this.checkout.order(member.id(), id);
		OrderView view = this.views.of(order, this.wallets.balance(member.id()));
		model.addAttribute("view", view);
		model.addAttribute("topUp", TopUp.of(view.shortfall(), this.maxCharge));
		if (!view.held() && !view.paid()) {
			model.addAttribute("turn", this.turnAfter.of(request, order.reservation()));
		}
		return "orders/order";
	}

	/** Somebody opened a form's address as a page. */
	@GetMapping({ "/pay", "/cancel" })
	String back() {
		return "redirect:/reservations/{id}";
	}

	@PostMapping("/pay")
	String pay(@PathVariable UUID id, @RequestParam(name = FormKeys.FIELD, required = false) String key,
			@AuthenticationPrincipal Member member, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes redirect) {
		long concertId = this.checkout.order(member.id(), id).reservation().concertId();
		ConcertInView.set(request, concertId);
		try {
			this.requests.settled(() -> this.checkout.pay(member.id(), null, id, key));
			this.tokens.clearSoon(request, response, concertId);
			this.flashes.notice(redirect, "flash.paid");
		}
		catch (InsufficientBalanceException | HoldExpiredException | AlreadyPaidException | TooManyRequestsException
				| RecordedRefusal refusal) {
			this.flashes.refusal(redirect, refusal);
		}
		return "redirect:/reservations/{id}";
	}

	@PostMapping("/cancel")
	String cancel(@PathVariable UUID id, @AuthenticationPrincipal Member member, RedirectAttributes redirect) {
		try {
			Payment payment = this.checkout.cancel(member.id(), id).payment();
			if (payment.status() == PaymentStatus.REFUNDED) {
				this.flashes.notice(redirect, "flash.refunded", this.money.format(payment.amount()));
			}
			else {
				this.flashes.notice(redirect, "flash.hold-released");
			}
		}
		catch (NotCancellableException | TooManyRequestsException refusal) {
			this.flashes.refusal(redirect, refusal);
		}
		return "redirect:/reservations/{id}";
	}

}
