package app.frontrow.office.web.staff;

import java.util.List;
import java.util.stream.Collectors;

import app.frontrow.members.Member;
import app.frontrow.office.staff.StaffFactorService;
import app.frontrow.office.staff.StaffOfficeService;
import app.frontrow.security.factor.SecondFactorAccessService;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.staff.StaffGrant;
import app.frontrow.staff.StaffInviteService;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which the owners give and take roles.
 */
@PageController
class StaffPageController {

	private static final String PATH = "/office/staff";

	private final StaffOfficeService staff;

	private final StaffFactorService factors;

	private final SecondFactorAccessService access;

	private final FlashMessageWriter flashes;

	StaffPageController(StaffOfficeService staff, StaffFactorService factors, SecondFactorAccessService access,
			FlashMessageWriter flashes) {
		this.staff = staff;
		this.factors = factors;
		this.access = access;
		this.flashes = flashes;
	}

	@GetMapping(PATH)
	String show(Model model) {
		model.addAttribute("form", new StaffForm("", StaffRole.BOX_OFFICE, ""));
		return page(model);
	}

	/** Gives the role at once, or makes a link if no username is given. */
	@PostMapping(PATH)
	String add(@ModelAttribute("form") StaffForm form, BindingResult result, @AuthenticationPrincipal Member member,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		try {
			StaffRole role = form.role();
			if (role == null) {
				throw new InvalidInputException("role", "required");
			}
			if (!form.asksForLink()) {
				this.staff.grant(form.username(), role, form.concert());
				this.flashes.addNotice(redirect, "flash.staff-granted", form.username());
				return "redirect:" + PATH;
			}
			model.addAttribute("link", "/office/invitations/" + this.staff.invite(role, form.concert(), member.id()));
			model.addAttribute("days", StaffInviteService.LIFETIME.toDays());
			return page(model);
		}
		catch (NumberFormatException noNumber) {
			result.rejectValue("concertId", "invalid.no-such-concert");
		}
		catch (InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
		}
		FormErrorMapper.answer(response, model, ErrorCode.VALIDATION_FAILED, PATH);
		return page(model);
	}

	@PostMapping(PATH + "/{id}/revoke")
	String revoke(@PathVariable long id, RedirectAttributes redirect) {
		try {
			this.staff.revoke(id);
			this.flashes.addNotice(redirect, "flash.staff-revoked");
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
		}
		return "redirect:" + PATH;
	}

	/** Removes the second factor of the member with this role. */
	@PostMapping(PATH + "/{id}/second-factor/reset")
	String resetFactor(@PathVariable long id, RedirectAttributes redirect) {
		try {
			this.flashes.addNotice(redirect, "flash.factor-reset", this.factors.reset(id).username());
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
		}
		return "redirect:" + PATH;
	}

	/** The browser comes here if a log-in or an outage interrupted the form. */
	@GetMapping({ PATH + "/{id}/revoke", PATH + "/{id}/second-factor/reset" })
	String redirectToStaff(@PathVariable long id) {
		return "redirect:" + PATH;
	}

	private String page(Model model) {
		List<StaffGrant> grants = this.staff.findAll();
		model.addAttribute("grants", grants);
		model.addAttribute("enrolled",
				grants.stream().map(StaffGrant::memberId).filter(this.access::isEnrolled).collect(Collectors.toSet()));
		model.addAttribute("roles", StaffRole.values());
		return "office/staff";
	}

}
