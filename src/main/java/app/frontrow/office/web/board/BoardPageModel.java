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
import app.frontrow.staff.StaffAccessService;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Fills the page of a board, without its form.
 */
@Component
class BoardPageModel {

	/** Roles besides the owner that may watch sales. */
	private static final Set<StaffRole> ROLES = Set.of(StaffRole.BOX_OFFICE);

	private final BoardService boards;

	private final StaffAccessService staff;

	BoardPageModel(BoardService boards, StaffAccessService staff) {
		this.boards = boards;
		this.staff = staff;
	}

	/**
	 * Adds the figures, and the comparison with another sale.
	 * @param with the number of the other concert, as it was typed; ignored unless the
	 * member's roles cover it
	 */
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

	/** Adds the figures that the page loads again and again. */
	void addFigures(long id, Model model) {
		Board board = this.boards.get(id);
		model.addAttribute("board", board);
		model.addAttribute("minutes",
				BoardService.fill(board).stream().sorted(Comparator.comparing(SaleMinute::minute).reversed()).toList());
	}

}
