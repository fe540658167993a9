package app.frontrow.security.web.account;

import app.frontrow.members.Member;
import app.frontrow.members.MemberLoginService;
import app.frontrow.members.MemberService;
import app.frontrow.security.session.LoginSessionStrategy;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How a member is called. Other log-ins show the new name from their next log-in on.
 */
@PageController
@RequestMapping("/me/account/profile")
class ProfilePageController {

	private static final String BACK = "redirect:/me/account";

	private final MemberService members;

	private final LoginSessionStrategy sessions;

	private final FlashMessageWriter flashes;

	ProfilePageController(MemberService members, LoginSessionStrategy sessions, FlashMessageWriter flashes) {
		this.members = members;
		this.sessions = sessions;
		this.flashes = flashes;
	}

	/**
	 * Redirects to the page of the form. A browser gets here if somebody opens the
	 * address that the form is sent to.
	 */
	@GetMapping
	String redirectToAccount() {
		return BACK;
	}

	@PostMapping
	String rename(@RequestParam(defaultValue = "") String displayName, @AuthenticationPrincipal Member member,
			Authentication login, HttpServletRequest request, RedirectAttributes redirect) {
		try {
			Member renamed = this.members.rename(member.id(), displayName);
			this.sessions.renew(request, MemberLoginService.rename(login, renamed));
			this.flashes.addNotice(redirect, "flash.renamed");
		}
		catch (InvalidInputException invalid) {
			this.flashes.addRefusal(redirect, invalid, "displayName", "member.display-name", displayName);
		}
		return BACK;
	}

}
