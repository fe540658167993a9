package app.frontrow.wallet.web;

import java.util.Optional;

import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.members.Member;
import app.frontrow.shared.MoneyFormatter;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.wallet.BalanceLimitExceededException;
import app.frontrow.wallet.LedgerEntry;
import app.frontrow.wallet.TopUpSuggestion;
import app.frontrow.wallet.WalletService;
import app.frontrow.wallet.WalletSettings;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@PageController
class WalletPageController {

	private static final String PATH = "/me/wallet";

	private static final int ENTRIES = 20;

	private static final int LAST_PAGE = 100_000;

	private static final int MAX_TYPED = 40;

	private final WalletService wallets;

	private final IdempotencyService requests;

	private final FlashMessageWriter flashes;

	private final MoneyFormatter money;

	private final WalletSettings settings;

	WalletPageController(WalletService wallets, IdempotencyService requests, FlashMessageWriter flashes,
			MoneyFormatter money, WalletSettings settings) {
		this.wallets = wallets;
		this.requests = requests;
		this.flashes = flashes;
		this.money = money;
		this.settings = settings;
	}

	@GetMapping(PATH)
	String show(@RequestParam(defaultValue = "0") int page, @AuthenticationPrincipal Member member, Model model) {
		model.addAttribute("form", new ChargeForm(null, null, null, null));
		return wallet(member, page, model);
	}

	/**
	 * Redirects if the browser opens the form's address with GET, for example after a
	 * reload.
	 */
	@GetMapping(PATH + "/charges")
	String redirectToWallet() {
		return "redirect:" + PATH;
	}

	@PostMapping(PATH + "/charges")
	String charge(@ModelAttribute("form") ChargeForm form, BindingResult result, @AuthenticationPrincipal Member member,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		Optional<String> fault = form.typed().findFault(this.settings.maxCharge());
		if (fault.isPresent() && form.order() != null) {
			// the checkout page says what is wrong beside its field
			redirect.addAttribute("amount", shorten(form.typed().text()));
			return "redirect:/reservations/" + form.order();
		}
		if (fault.isPresent()) {
			result.rejectValue("amount", fault.get(), new Object[] { this.settings.maxCharge() }, fault.get());
			FormErrorMapper.answer(response, model, ErrorCode.VALIDATION_FAILED, PATH);
			return wallet(member, 0, model);
		}
		try {
			add(form, member, redirect);
			return "redirect:" + ((form.order() != null) ? "/reservations/" + form.order() : PATH);
		}
		catch (InvalidInputException | BalanceLimitExceededException | RecordedRefusal
				| TooManyRequestsException refusal) {
			if (form.order() != null) {
				this.flashes.addRefusal(redirect, refusal);
				return "redirect:/reservations/" + form.order();
			}
			mark(result, refusal);
			answer(response, model, refusal);
			return wallet(member, 0, model);
		}
	}

	private void add(ChargeForm form, Member member, RedirectAttributes redirect) {
		long amount = form.typed().won().orElseThrow();
		LedgerEntry entry = this.requests
			.awaitResult(() -> this.wallets.charge(member.id(), amount, form.idempotencyKey()));
		this.flashes.addNotice(redirect, "flash.charged", this.money.format(entry.amount()),
				this.money.format(entry.balanceAfter()));
	}

	private static void mark(BindingResult result, Refusal refusal) {
		if (refusal instanceof InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
		}
		else {
			FormErrorMapper.mark(result, "amount", refusal);
		}
	}

	private static void answer(HttpServletResponse response, Model model, Refusal refusal) {
		if (refusal instanceof TooManyRequestsException tooMany) {
			FormErrorMapper.answer(response, model, tooMany, PATH);
		}
		else {
			FormErrorMapper.answer(response, model, refusal.code(), PATH);
		}
	}

	/** An address has no room for any text. */
	private static String shorten(@Nullable String typed) {
		return (typed != null) ? typed.substring(0, Math.min(MAX_TYPED, typed.length())) : "";
	}

	private String wallet(Member member, int page, Model model) {
		model.addAttribute("balance", this.wallets.getBalance(member.id()));
		model.addAttribute("entries",
				this.wallets.findEntries(member.id(), Math.min(Math.max(page, 0), LAST_PAGE), ENTRIES));
		model.addAttribute("topUp", TopUpSuggestion.of(0, this.settings.maxCharge()));
		model.addAttribute("maxCharge", this.settings.maxCharge());
		model.addAttribute("maxBalance", this.settings.maxBalance());
		return "wallet/wallet";
	}

}
