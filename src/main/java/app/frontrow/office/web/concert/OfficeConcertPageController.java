package app.frontrow.office.web.concert;

import java.util.Set;

import app.frontrow.members.Member;
import app.frontrow.office.concert.OfficeConcertService;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.staff.StaffAccessService;
import app.frontrow.staff.StaffScope;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The front page of the ticket office.
 */
@PageController
class OfficeConcertPageController {

	private static final int PAGE_SIZE = 50;

	private static final int LAST_PAGE = 100_000;

	private static final Set<StaffRole> PROGRAMME = Set.of(StaffRole.PROGRAMME);

	private static final Set<StaffRole> BOX_OFFICE = Set.of(StaffRole.BOX_OFFICE);

	private final OfficeConcertService concerts;

	private final StaffAccessService staff;

	OfficeConcertPageController(OfficeConcertService concerts, StaffAccessService staff) {
		this.concerts = concerts;
		this.staff = staff;
	}

	@GetMapping("/office")
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page,
			@AuthenticationPrincipal Member member, Model model) {
		StaffScope programme = this.staff.getScope(member.id(), PROGRAMME);
		model.addAttribute("programme", programme);
		model.addAttribute("boxOffice", this.staff.getScope(member.id(), BOX_OFFICE));
		model.addAttribute("q", q.strip());
		model.addAttribute("page",
				this.concerts.find(member.id(), q, null, Math.min(Math.max(page, 0), LAST_PAGE), PAGE_SIZE));
		return "office/concerts";
	}

}
