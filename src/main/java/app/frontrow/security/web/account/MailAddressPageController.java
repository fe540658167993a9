package app.frontrow.security.web.account;

import java.util.Locale;

import app.frontrow.mail.MailAddressService;
import app.frontrow.members.Member;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.ActionRateLimiter;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A member's mail address. The link of the mail leads to a page with a button, because
 * mail programs open links by themselves.
 */
@PageController
class MailAddressPageController {

	private static final String ACCOUNT = "redirect:/me/account";

	private final MailAddressService addresses;

	private final ActionRateLimiter limit;

	private final FlashMessageWriter flashes;

	MailAddressPageController(MailAddressService addresses, ActionRateLimiter limit, FlashMessageWriter flashes) {
		this.addresses = addresses;
		this.limit = limit;
		this.flashes = flashes;
	}

	/**
	 * Redirects to the page of the form. A browser gets here if somebody opens the
	 * address that the form is sent to.
	 */
	@GetMapping("/me/account/email")
	String redirectToAccount() {
		return ACCOUNT;
	}

	@PostMapping("/me/account/email")
	String change(@RequestParam(defaultValue = "") String email, @AuthenticationPrincipal Member member, Locale locale,
			RedirectAttributes redirect) {
		try {
			this.limit.check("email", member.id());
			this.addresses.change(member.id(), email, locale);
			this.flashes.addNotice(redirect, email.isBlank() ? "flash.email-removed" : "flash.email-changed");
		}
		catch (InvalidInputException | TooManyRequestsException refusal) {
			this.flashes.addRefusal(redirect, refusal, "email", "account.email", email);
		}
		return ACCOUNT;
	}

	@GetMapping("/email/confirm")
	String ask(@RequestParam(defaultValue = "") String token, Model model) {
		model.addAttribute("token", token);
		return "members/confirm-email";
	}

	@PostMapping("/email/confirm")
	String confirm(@RequestParam(defaultValue = "") String token, RedirectAttributes redirect) {
		boolean confirmed = this.addresses.confirm(token);
		this.flashes.addNotice(redirect, confirmed ? "flash.email-confirmed" : "flash.email-link-used");
		return "redirect:/";
	}

}
