package app.frontrow.security.web;

import java.util.Comparator;

import app.frontrow.mail.MailAddressService;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.members.Member;
import app.frontrow.security.account.RecoveryCodeService;
import app.frontrow.security.session.LoginSessionStrategy;
import app.frontrow.security.session.MemberSessionService;
import app.frontrow.security.session.PasswordChangeService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@PageController
@RequestMapping(AccountPageController.PATH)
class AccountPageController {

	static final String PATH = "/me/account";

	private static final int LAST_MAILS = 5;

	private static final String BACK = "redirect:" + PATH;

	private final MemberSessionService sessions;

	private final PasswordChangeService passwords;

	private final LoginSessionStrategy newSession;

	private final RecoveryCodeService codes;

	private final MailAddressService addresses;

	private final MailOutboxService mails;

	private final FlashMessageWriter flashes;

	AccountPageController(MemberSessionService sessions, PasswordChangeService passwords,
			LoginSessionStrategy newSession, RecoveryCodeService codes, MailAddressService addresses,
			MailOutboxService mails, FlashMessageWriter flashes) {
		this.sessions = sessions;
		this.passwords = passwords;
		this.newSession = newSession;
		this.codes = codes;
		this.addresses = addresses;
		this.mails = mails;
		this.flashes = flashes;
	}

	@GetMapping
	String show(@AuthenticationPrincipal Member member, HttpSession session, Model model) {
		model.addAttribute("form", new PasswordForm("", ""));
		return account(member, session, model);
	}

	/**
	 * Redirects if the browser opens a form's address with GET, for example after a
	 * reload.
	 */
	@GetMapping({ "/password", "/sessions/{id}/end", "/sessions/end-others" })
	String redirectToAccount() {
		return BACK;
	}

	@PostMapping("/password")
	String changePassword(@ModelAttribute("form") PasswordForm form, BindingResult result,
			@AuthenticationPrincipal Member member, HttpSession session, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		try {
			this.newSession.renew(request,
					this.passwords.change(member, form.currentPassword(), form.newPassword(), session.getId()));
			this.flashes.addNotice(redirect, "flash.password-changed");
			return BACK;
		}
		catch (InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
			FormErrorMapper.answer(response, model, invalid.code(), PATH);
			return account(member, session, model);
		}
	}

	@PostMapping("/sessions/{id}/end")
	String end(@PathVariable String id, @AuthenticationPrincipal Member member, RedirectAttributes redirect) {
		this.sessions.end(member.id(), id);
		this.flashes.addNotice(redirect, "flash.session-ended");
		return BACK;
	}

	@PostMapping("/sessions/end-others")
	String endOthers(@AuthenticationPrincipal Member member, HttpSession session, RedirectAttributes redirect) {
		this.sessions.endOthers(member.id(), session.getId());
		this.flashes.addNotice(redirect, "flash.other-sessions-ended");
		return BACK;
	}

	private String account(Member member, HttpSession session, Model model) {
		model.addAttribute("codesLeft", this.codes.count(member.id()));
		model.addAttribute("email", this.addresses.find(member.id()).orElse(null));
		model.addAttribute("mailIsOn", this.mails.isOn());
		model.addAttribute("mails", this.mails.findByMember(member.id(), LAST_MAILS));
		String current = MemberSessionService.publicIdOf(session.getId());
		model.addAttribute("sessions",
				this.sessions.findByMember(member.id())
					.stream()
					.map((each) -> SessionView.of(each, current))
					.sorted(Comparator.comparing((each) -> !each.current()))
					.toList());
		return "members/account";
	}

}
