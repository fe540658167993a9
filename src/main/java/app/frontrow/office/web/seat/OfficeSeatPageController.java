package app.frontrow.office.web.seat;

import java.util.List;

import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.members.Member;
import app.frontrow.office.concert.OfficeConcertService;
import app.frontrow.office.seat.OrderOfficeService;
import app.frontrow.office.seat.ComplimentarySeatRequest;
import app.frontrow.office.seat.SeatOfficeService;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
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
 * The seat map of the ticket office, on which seats are blocked, released and given away.
 */
@PageController
class OfficeSeatPageController {

	private static final String PATH = "/office/shows/{id}/seats";

	private final SeatOfficeService seats;

	private final OrderOfficeService gifts;

	private final OfficeConcertService concerts;

	private final IdempotencyService requests;

	private final FlashMessageWriter flashes;

	OfficeSeatPageController(SeatOfficeService seats, OrderOfficeService gifts, OfficeConcertService concerts,
			IdempotencyService requests, FlashMessageWriter flashes) {
		this.seats = seats;
		this.gifts = gifts;
		this.concerts = concerts;
		this.requests = requests;
		this.flashes = flashes;
	}

	/** Lists the shows of a concert, each with the way to its seats. */
	@GetMapping("/office/concerts/{id}/shows")
	String list(@PathVariable long id, Model model) {
		model.addAttribute("concert", this.concerts.get(id));
		return "office/shows";
	}

	@GetMapping(PATH)
	String show(@PathVariable long id, Model model) {
		model.addAttribute("form", OfficeSeatForm.empty());
		return page(id, model);
	}

	@PostMapping(PATH)
	String change(@PathVariable long id, @ModelAttribute("form") OfficeSeatForm form, BindingResult result,
			@AuthenticationPrincipal Member member, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		ErrorCode code = ErrorCode.VALIDATION_FAILED;
		try {
			change(id, form, member, redirect);
			return "redirect:" + PATH;
		}
		catch (InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
		}
		catch (Refusal refusal) {
			code = refusal.code();
			model.addAttribute(FlashMessage.ATTRIBUTE, this.flashes.create(refusal));
		}
		FormErrorMapper.answer(response, model, code, "/office/shows/" + id + "/seats");
		return page(id, model);
	}

	private void change(long id, OfficeSeatForm form, Member member, RedirectAttributes redirect) {
		List<Integer> numbers = form.numbers();
		if (form.asksFor("unblock")) {
			List<Integer> released = this.seats.release(member, id, numbers, form.reason());
			this.flashes.addNotice(redirect, released.isEmpty() ? "flash.none-released" : "flash.seats-released",
					released.size());
		}
		else if (form.asksFor("give")) {
			ComplimentarySeatRequest wanted = new ComplimentarySeatRequest(numbers, form.username(), form.reason());
			this.requests.awaitResult(() -> this.gifts.give(member, id, wanted, form.idempotencyKey()));
			this.flashes.addNotice(redirect, "flash.seats-given", numbers.size(), form.username());
		}
		else {
			this.requests
				.awaitResult(() -> this.seats.block(member, id, numbers, form.reason(), form.idempotencyKey()));
			this.flashes.addNotice(redirect, "flash.seats-blocked", numbers.size());
		}
	}

	private String page(long id, Model model) {
		model.addAttribute("plan", this.seats.getPlan(id));
		return "office/seats";
	}

}
