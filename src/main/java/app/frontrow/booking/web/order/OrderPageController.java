package app.frontrow.booking.web.order;

import java.util.Locale;
import java.util.UUID;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.Order;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.reservation.AlreadyPaidException;
import app.frontrow.booking.reservation.HoldExpiredException;
import app.frontrow.booking.web.OfflineCopyHeader;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.members.Member;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.FormKeyGenerator;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.waitingroom.ConcertRequestAttribute;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.wallet.BalanceLimitExceededException;
import app.frontrow.wallet.InsufficientBalanceException;
import app.frontrow.wallet.TopUpSuggestion;
import app.frontrow.wallet.TypedAmount;
import app.frontrow.wallet.WalletService;
import app.frontrow.wallet.WalletSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
 * The page of a reservation: checkout for a hold, receipt and tickets for a paid one.
 */
@PageController
@RequestMapping("/reservations/{id}")
class OrderPageController {

	private final CheckoutService checkout;

	private final OrderQueryService orderQueries;

	private final IdempotencyService requests;

	private final WalletService wallets;

	private final QueueTokenCookie tokens;

	private final OrderViewFactory views;

	private final FlashMessageWriter flashes;

	private final OrderRefundModel refunds;

	private final QueueStatusAfterPaymentFinder queueStatus;

	private final PaymentMessageFormatter refusals;

	private final long maxCharge;

	OrderPageController(CheckoutService checkout, OrderQueryService orderQueries, IdempotencyService requests,
			WalletService wallets, QueueTokenCookie tokens, OrderViewFactory views, FlashMessageWriter flashes,
			OrderRefundModel refunds, QueueStatusAfterPaymentFinder queueStatus, PaymentMessageFormatter refusals,
			WalletSettings wallet) {
		this.checkout = checkout;
		this.orderQueries = orderQueries;
		this.requests = requests;
		this.wallets = wallets;
		this.tokens = tokens;
		this.views = views;
		this.flashes = flashes;
		this.refunds = refunds;
		this.queueStatus = queueStatus;
		this.refusals = refusals;
		this.maxCharge = wallet.maxCharge();
	}

	/**
	 * Shows the page.
	 * @param amount a top-up as it was typed, to say what is wrong with it; null for none
	 */
	@GetMapping
	String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String amount,
			@AuthenticationPrincipal Member member, HttpServletRequest request, HttpServletResponse response,
			Model model, Locale locale) {
		Order order = this.orderQueries.getOrder(member.id(), id);
		OrderView view = this.views.create(order, this.wallets.getBalance(member.id()));
		model.addAttribute("view", view);
		model.addAttribute("topUp", TopUpSuggestion.of(view.shortfall(), this.maxCharge));
		model.addAttribute("maxCharge", this.maxCharge);
		if (view.paid()) {
			OfflineCopyHeader.allow(response);
		}
		this.refunds.addTo(model, order, view);
		if (amount != null) {
			model.addAttribute("typedAmount", amount);
			model.addAttribute("amountFault", this.refusals.describe(new TypedAmount(amount), locale));
			FormErrorMapper.markTitle(model);
		}
		if (!view.held() && !view.paid()) {
			model.addAttribute("turn", this.queueStatus.find(request, order.reservation()));
		}
		return "orders/order";
	}

	/**
	 * Redirects to the order if a browser opens the address of a form with GET, for
	 * example after a reload.
	 */
	@GetMapping("/pay")
	String redirectToOrder() {
		return "redirect:/reservations/{id}";
	}

	/**
	 * Pays, if asked after a top-up.
	 * @param topUp won; null for none
	 */
	@PostMapping("/pay")
	String pay(@PathVariable UUID id,
			@RequestParam(name = FormKeyGenerator.FIELD, required = false) @Nullable String key,
			@RequestParam(required = false) @Nullable Long topUp, @AuthenticationPrincipal Member member,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		long concertId = this.orderQueries.getOrder(member.id(), id).reservation().concertId();
		ConcertRequestAttribute.set(request, concertId);
		try {
			this.requests
				.awaitResult(() -> (topUp != null) ? this.checkout.topUpAndPay(member.id(), null, id, topUp, key)
						: this.checkout.pay(member.id(), null, id, key));
			this.tokens.clearSoon(request, response, concertId);
			this.flashes.addNotice(redirect, "flash.paid");
		}
		catch (InsufficientBalanceException | HoldExpiredException | AlreadyPaidException | TooManyRequestsException
				| InvalidInputException | BalanceLimitExceededException | RecordedRefusal refusal) {
			redirect.addFlashAttribute(FlashMessage.ATTRIBUTE, this.refusals.createFlash(refusal, topUp));
		}
		return "redirect:/reservations/{id}";
	}

}
