package app.frontrow.wallet.web;

import java.util.Optional;

import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.members.Member;
import app.frontrow.shared.MoneyFormatter;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.InvalidInputException;
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
		try {
			ErrorCode code = add(form, result, member, redirect);
			if (form.order() != null) {
				return "redirect:/reservations/" + form.order();
			}
			if (code == null) {
				return "redirect:" + PATH;
			}
			FormErrorMapper.answer(response, model, code, PATH);
		}
		catch (TooManyRequestsException tooMany) {
			if (form.order() != null) {
				this.flashes.addRefusal(redirect, tooMany);
				return "redirect:/reservations/" + form.order();
			}
			FormErrorMapper.mark(result, "amount", tooMany);
			FormErrorMapper.answer(response, model, tooMany, PATH);
		}
		return wallet(member, 0, model);
	}

	/**
	 * Tops up. After a refusal it marks the field and returns the error code. It also
	 * adds a flash message, because the checkout page has no form field for it.
	 */
	private ErrorCode add(ChargeForm form, BindingResult result, Member member, RedirectAttributes redirect) {
		Optional<Long> won = form.isEmpty() ? Optional.empty() : form.won();
		if (won.isEmpty()) {
			result.rejectValue("amount", form.isEmpty() ? "invalid.required" : "wallet.amount-not-whole");
			this.flashes.addRefusal(redirect, new InvalidInputException("amount", "amount", this.settings.maxCharge()));
			return ErrorCode.VALIDATION_FAILED;
		}
		try {
			LedgerEntry entry = this.requests
				.awaitResult(() -> this.wallets.charge(member.id(), won.get(), form.idempotencyKey()));
			this.flashes.addNotice(redirect, "flash.charged", this.money.format(entry.amount()),
					this.money.format(entry.balanceAfter()));
			return null;
		}
		catch (InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
			this.flashes.addRefusal(redirect, invalid);
			return invalid.code();
		}
		catch (BalanceLimitExceededException | RecordedRefusal full) {
			FormErrorMapper.mark(result, "amount", full);
			this.flashes.addRefusal(redirect, full);
			return full.code();
		}
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
