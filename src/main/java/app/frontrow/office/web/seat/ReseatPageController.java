package app.frontrow.office.web.seat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.members.Member;
import app.frontrow.office.seat.OfficeSeat;
import app.frontrow.office.seat.OfficeSeatPlan;
import app.frontrow.office.seat.OfficeSeatStatus;
import app.frontrow.office.seat.OrderOfficeService;
import app.frontrow.office.seat.SeatExchange;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which the staff exchanges a seat of an order.
 */
@PageController
@RequestMapping("/office/orders/{id}/reseat")
class ReseatPageController {

	private final SeatOfficeService seats;

	private final OrderOfficeService reseats;

	private final IdempotencyService requests;

	private final FlashMessageWriter flashes;

	ReseatPageController(SeatOfficeService seats, OrderOfficeService reseats, IdempotencyService requests,
			FlashMessageWriter flashes) {
		this.seats = seats;
		this.reseats = reseats;
		this.requests = requests;
		this.flashes = flashes;
	}

	@GetMapping
	String show(@PathVariable UUID id, Model model) {
		model.addAttribute("form", ReseatForm.empty());
		return page(id, model);
	}

	@PostMapping
	String reseat(@PathVariable UUID id, @ModelAttribute("form") ReseatForm form, BindingResult result,
			@AuthenticationPrincipal Member member, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		ErrorCode code = ErrorCode.VALIDATION_FAILED;
		try {
			SeatExchange exchange = form.toExchange();
			this.requests.awaitResult(() -> this.reseats.reseat(member, id, exchange, form.idempotencyKey()));
			this.flashes.addNotice(redirect, "flash.order-reseated", form.from(), form.to());
			return "redirect:/office/orders/{id}";
		}
		catch (InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
		}
		catch (Refusal refusal) {
			code = refusal.code();
			model.addAttribute(FlashMessage.ATTRIBUTE, this.flashes.create(refusal));
		}
		FormErrorMapper.answer(response, model, code, "/office/orders/" + id + "/reseat");
		return page(id, model);
	}

	/**
	 * Offers the free seats of the same grades as the order. An order that cost nothing
	 * may get any free seat.
	 */
	private String page(UUID id, Model model) {
		OfficeSeatPlan plan = this.seats.getPlanOfOrder(id);
		List<OfficeSeat> owned = plan.ofOrder(id)
			.stream()
			.filter((seat) -> seat.status() != OfficeSeatStatus.HELD)
			.toList();
		boolean costsNothing = owned.stream().anyMatch((seat) -> seat.status() == OfficeSeatStatus.COMPLIMENTARY);
		Set<String> grades = owned.stream().map(OfficeSeat::grade).collect(Collectors.toSet());
		model.addAttribute("orderId", id);
		model.addAttribute("plan", plan);
		model.addAttribute("owned", owned);
		model.addAttribute("free",
				plan.seats()
					.stream()
					.filter((seat) -> seat.isFree() && (costsNothing || grades.contains(seat.grade())))
					.toList());
		return "office/reseat";
	}

}
