package app.frontrow.office.web.board;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import app.frontrow.members.Member;
import app.frontrow.office.board.Board;
import app.frontrow.office.board.BoardService;
import app.frontrow.office.board.RecordedSale;
import app.frontrow.office.board.SaleMinute;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.staff.StaffAccessService;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The live board of a concert. Its figures are a fragment that htmx asks for again.
 */
@PageController
class BoardPageController {

	/** Roles besides the owner's. */
	static final Set<StaffRole> ROLES = Set.of(StaffRole.BOX_OFFICE);

	private final BoardService boards;

	private final SteeringPanel steering;

	private final StaffAccessService staff;

	BoardPageController(BoardService boards, SteeringPanel steering, StaffAccessService staff) {
		this.boards = boards;
		this.steering = steering;
		this.staff = staff;
	}

	@GetMapping("/office/concerts/{id}")
	String show(@PathVariable long id, @RequestParam(defaultValue = "") String with,
			@AuthenticationPrincipal Member member, Model model) {
		fill(id, with, member, model);
		this.steering.show(id, model);
		return "office/board";
	}

	@GetMapping("/office/concerts/{id}/board")
	String figures(@PathVariable long id, Model model) {
		addFigures(id, model);
		return "office/_board :: figures";
	}

	/** What the page shows besides the form. */
	void fill(long id, String with, Member member, Model model) {
		addFigures(id, model);
		List<RecordedSale> sales = this.boards.findSales(this.staff.getScope(member.id(), ROLES))
			.stream()
			.filter((sale) -> sale.concertId() != id)
			.toList();
		model.addAttribute("sales", sales);
		sales.stream().filter((sale) -> String.valueOf(sale.concertId()).equals(with)).findFirst().ifPresent((sale) -> {
			model.addAttribute("with", sale.concertId());
			model.addAttribute("comparison", BoardComparison.of(this.boards.getSinceOpening(id), sale.title(),
					this.boards.getSinceOpening(sale.concertId())));
		});
	}

	private void addFigures(long id, Model model) {
		Board board = this.boards.get(id);
		model.addAttribute("board", board);
		model.addAttribute("minutes",
				BoardService.fill(board).stream().sorted(Comparator.comparing(SaleMinute::minute).reversed()).toList());
	}

}
