package app.frontrow.office.web.board;

import app.frontrow.members.Member;
import app.frontrow.shared.web.page.PageController;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The live board of a concert. htmx loads its figures again and again as a fragment.
 */
@PageController
class BoardPageController {

	private final BoardPageModel board;

	private final QueueControlPanel controls;

	BoardPageController(BoardPageModel board, QueueControlPanel controls) {
		this.board = board;
		this.controls = controls;
	}

	@GetMapping("/office/concerts/{id}")
	String show(@PathVariable long id, @RequestParam(defaultValue = "") String with,
			@AuthenticationPrincipal Member member, Model model) {
		this.board.fill(id, with, member, model);
		this.controls.show(id, model);
		return "office/board";
	}

	@GetMapping("/office/concerts/{id}/board")
	String figures(@PathVariable long id, Model model) {
		this.board.addFigures(id, model);
		return "office/_board :: figures";
	}

}
