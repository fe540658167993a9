package app.frontrow.office.web.board;

import java.time.Instant;

import app.frontrow.office.board.Board;
import app.frontrow.office.board.BoardService;
import app.frontrow.office.web.TypedTime;
import app.frontrow.shared.web.api.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
class BoardApiController {

	private final BoardService boards;

	BoardApiController(BoardService boards) {
		this.boards = boards;
	}

	@Operation(summary = "The live board of a concert; the minutes of the last hour, or of a day from a time on")
	@GetMapping(ApiPaths.V1 + "/office/concerts/{id}/board")
	Board board(@PathVariable long id, @RequestParam(required = false) @Nullable String from) {
		Instant first = TypedTime.from("from", from).time();
		return (first != null) ? this.boards.get(id, first) : this.boards.get(id);
	}

}
