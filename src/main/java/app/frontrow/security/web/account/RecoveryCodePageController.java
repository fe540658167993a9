package app.frontrow.security.web.account;

import app.frontrow.members.Member;
import app.frontrow.security.account.RecoveryCodeService;
import app.frontrow.security.password.PasswordCheckService;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows new recovery codes once.
 */
@PageController
@RequestMapping(NewRecoveryCodes.PATH)
class RecoveryCodePageController {

	private final RecoveryCodeService codes;

	private final PasswordCheckService passwords;

	private final FlashMessageWriter flashes;

	RecoveryCodePageController(RecoveryCodeService codes, PasswordCheckService passwords, FlashMessageWriter flashes) {
		this.codes = codes;
		this.passwords = passwords;
		this.flashes = flashes;
	}

	@GetMapping
	String show(HttpSession session, Model model) {
		model.addAttribute("codes", NewRecoveryCodes.take(session));
		return "members/recovery-codes";
	}

	/**
	 * The former codes are worth nothing then, so a thief of the session cannot do this.
	 */
	@PostMapping
	String renew(@RequestParam(defaultValue = "") String currentPassword, @AuthenticationPrincipal Member member,
			HttpSession session, RedirectAttributes redirect) {
		try {
			this.passwords.require(member, currentPassword);
			NewRecoveryCodes.keep(session, this.codes.renew(member.id()));
			return "redirect:" + NewRecoveryCodes.PATH;
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal, "recovery-password", "account.password.current", null);
			return "redirect:/me/account";
		}
	}

}
