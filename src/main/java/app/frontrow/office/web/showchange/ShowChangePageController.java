package app.frontrow.office.web.showchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import app.frontrow.members.Member;
import app.frontrow.office.concert.OfficeConcert;
import app.frontrow.office.concert.OfficeConcertService;
import app.frontrow.office.showchange.ShowChangeOfficeService;
import app.frontrow.office.showchange.ShowJob.Kind;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.shared.web.page.PageDateFormatter;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages that cancel and move a show. They first show what the change would do, and
 * afterwards the progress of its job.
 */
@PageController
class ShowChangePageController {

	private static final String CANCEL = "/office/shows/{id}/cancel";

	private static final String MOVE = "/office/shows/{id}/move";

	private final ShowChangeOfficeService changes;

	private final OfficeConcertService concerts;

	private final FlashMessageWriter flashes;

	ShowChangePageController(ShowChangeOfficeService changes, OfficeConcertService concerts,
			FlashMessageWriter flashes) {
		this.changes = changes;
		this.concerts = concerts;
		this.flashes = flashes;
	}

	@GetMapping(CANCEL)
	String showCancel(@PathVariable long id, Model model) {
		return page(id, Kind.CANCEL, Typed.NOTHING, model);
	}

	@GetMapping(MOVE)
	String showMove(@PathVariable long id, Model model) {
		return page(id, Kind.MOVE, Typed.NOTHING, model);
	}

	@PostMapping(CANCEL)
	String cancel(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
			@AuthenticationPrincipal Member member, HttpServletResponse response, Model model) {
		try {
			this.changes.cancel(member, id, reason);
			return "redirect:" + CANCEL;
		}
		catch (Refusal refusal) {
			return refuse(id, Kind.CANCEL, new Typed("", "", reason), refusal, response, model);
		}
	}

	@PostMapping(MOVE)
	String move(@PathVariable long id, @RequestParam(defaultValue = "") String startsAt,
			@RequestParam(defaultValue = "") String refundUntil, @RequestParam(defaultValue = "") String reason,
			@AuthenticationPrincipal Member member, HttpServletResponse response, Model model) {
		try {
			this.changes.move(member, id, readTime("startsAt", startsAt), readTime("refundUntil", refundUntil), reason);
			return "redirect:" + MOVE;
		}
		catch (Refusal refusal) {
			return refuse(id, Kind.MOVE, new Typed(startsAt, refundUntil, reason), refusal, response, model);
		}
	}

	/** Shows the form as it was typed, and what is wrong. */
	private String refuse(long id, Kind kind, Typed typed, Refusal refusal, HttpServletResponse response, Model model) {
		response.setStatus(refusal.code().status().value());
		model.addAttribute(FlashMessage.ATTRIBUTE, this.flashes.create(refusal));
		return page(id, kind, typed, model);
	}

	private String page(long id, Kind kind, Typed typed, Model model) {
		model.addAttribute("typed", typed);
		OfficeConcert concert = this.concerts.get(this.concerts.getConcertIdOfShow(id));
		model.addAttribute("concert", concert);
		model.addAttribute("show",
				concert.shows()
					.stream()
					.filter((show) -> show.id() == id)
					.findFirst()
					.orElseThrow(NotFoundException::new));
		model.addAttribute("kind", kind);
		model.addAttribute("sales", this.changes.preview(id));
		model.addAttribute("job", this.changes.findJob(id).filter((job) -> job.kind() == kind).orElse(null));
		return "office/show-change";
	}

	/** Reads what a form sends for a time of the venue. */
	private static Instant readTime(String field, String typed) {
		try {
			return LocalDateTime.parse(typed.strip()).atZone(PageDateFormatter.VENUE_ZONE).toInstant();
		}
		catch (DateTimeException unreadable) {
			throw new InvalidInputException(List.of(new Violation(field, "date-time", List.of())));
		}
	}

	/**
	 * The form as it was typed.
	 */
	record Typed(String startsAt, String refundUntil, String reason) {

		static final Typed NOTHING = new Typed("", "", "");

	}

}
