package app.frontrow.office.web.staff;

import app.frontrow.members.Member;
import app.frontrow.office.staff.StaffOfficeService;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of a link that gives a role. Opening it gives nothing, because mail programs
 * open links too.
 */
@PageController
class InvitationPageController {

	private static final String PATH = "/office/invitations/{secret}";

	private final StaffOfficeService staff;

	private final FlashMessageWriter flashes;

	InvitationPageController(StaffOfficeService staff, FlashMessageWriter flashes) {
		this.staff = staff;
		this.flashes = flashes;
	}

	@GetMapping(PATH)
	String show(@PathVariable String secret, Model model) {
		model.addAttribute("invite", this.staff.findInvite(secret));
		model.addAttribute("secret", secret);
		return "office/invitation";
	}

	@PostMapping(PATH)
	String accept(@PathVariable String secret, @AuthenticationPrincipal Member member, RedirectAttributes redirect) {
		this.staff.accept(secret, member.id());
		this.flashes.addNotice(redirect, "flash.staff-joined");
		return "redirect:/office";
	}

}
