package app.frontrow.office.web.concert;

import app.frontrow.members.Member;
import app.frontrow.office.concert.OfficeConcertService;
import app.frontrow.shared.web.page.PageController;

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

	private final OfficeConcertService concerts;

	OfficeConcertPageController(OfficeConcertService concerts) {
		this.concerts = concerts;
	}

	@GetMapping("/office")
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page,
			@AuthenticationPrincipal Member member, Model model) {
		model.addAttribute("q", q.strip());
		model.addAttribute("page",
				this.concerts.find(member.id(), q, null, Math.min(Math.max(page, 0), LAST_PAGE), PAGE_SIZE));
		return "office/concerts";
	}

}
