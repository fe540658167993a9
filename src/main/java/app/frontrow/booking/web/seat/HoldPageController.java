package app.frontrow.booking.web.seat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.Order;
import app.frontrow.booking.reservation.PriceChangedException;
import app.frontrow.booking.reservation.SeatLimitExceededException;
import app.frontrow.booking.reservation.SeatTakenException;
import app.frontrow.booking.seat.SeatMapService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.idempotency.IdempotencyKeyReusedException;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.members.Member;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.waitingroom.ConcertRequestAttribute;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.wallet.TotalTooHighException;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Holds the seats that a member ticked on the seat map. After a refusal the map is shown
 * again, with the still free seats ticked. With htmx, the open page gets only the
 * message. A choice that leaves a lone seat needs a confirmation.
 */
@PageController
class HoldPageController {

	private final CheckoutService checkout;

	private final IdempotencyService requests;

	private final CatalogueQueryService catalogue;

	private final SeatMapService seatMap;

	private final WaitingRoomService waitingRoom;

	private final QueueTokenCookie tokens;

	private final HoldMessageFormatter texts;

	HoldPageController(CheckoutService checkout, IdempotencyService requests, CatalogueQueryService catalogue,
			SeatMapService seatMap, WaitingRoomService waitingRoom, QueueTokenCookie tokens,
			HoldMessageFormatter texts) {
		this.checkout = checkout;
		this.requests = requests;
		this.catalogue = catalogue;
		this.seatMap = seatMap;
		this.waitingRoom = waitingRoom;
		this.tokens = tokens;
		this.texts = texts;
	}

	/**
	 * Redirects to the list of reservations if a browser opens the address of the form
	 * with GET, for example after a reload.
	 */
	@GetMapping("/reservations")
	String redirectToTickets() {
		return "redirect:/me/reservations";
	}

	@PostMapping("/reservations")
	String submit(@Valid HoldForm form, @AuthenticationPrincipal Member member, HttpServletRequest request,
			RedirectAttributes redirect) {
		String token = token(form, member, request);
		if (!leftAlone(form, member, token).isEmpty()) {
			redirect.addAttribute("alone", true);
			return backToTheMap(form, redirect);
		}
		try {
			return "redirect:/reservations/" + holdSeats(form, member, token);
		}
		catch (SeatTakenException | SeatLimitExceededException | PriceChangedException | TotalTooHighException
				| InvalidInputException | IdempotencyKeyReusedException | TooManyRequestsException
				| RecordedRefusal refusal) {
			redirect.addFlashAttribute(FlashMessage.ATTRIBUTE, this.texts.createFlash(refusal));
			return backToTheMap(form, redirect);
		}
	}

	@HxRequest
	@PostMapping("/reservations")
	String submitInPlace(@Valid HoldForm form, @AuthenticationPrincipal Member member, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		String token = token(form, member, request);
		List<Integer> alone = leftAlone(form, member, token);
		if (!alone.isEmpty()) {
			model.addAttribute("alone", alone);
			return "seats/_news :: alone";
		}
		try {
			return "redirect:htmx:/reservations/" + holdSeats(form, member, token);
		}
		catch (SeatTakenException | SeatLimitExceededException | PriceChangedException | TotalTooHighException
				| InvalidInputException | IdempotencyKeyReusedException | TooManyRequestsException
				| RecordedRefusal refusal) {
			response.setStatus(refusal.code().status().value());
			model.addAttribute("refusal", this.texts.createFlash(refusal));
			model.addAttribute("taken", this.texts.takenSeats(refusal));
			return "seats/_news :: refused";
		}
	}

	private UUID holdSeats(HoldForm form, Member member, @Nullable String token) {
		Order order = this.requests
			.awaitResult(() -> this.checkout.hold(member.id(), token, form.choice(), form.idempotencyKey()));
		return order.reservation().id();
	}

	private @Nullable String token(HoldForm form, Member member, HttpServletRequest request) {
		long concertId = this.catalogue.getShow(form.showId()).concertId();
		ConcertRequestAttribute.set(request, concertId);
		return this.tokens.read(request, concertId, member.id()).orElse(null);
	}

	/**
	 * Returns the lone seats that the choice would leave. The cached map is accurate
	 * enough for this warning. The turn is checked here only before a warning, because
	 * otherwise the hold checks it.
	 */
	private List<Integer> leftAlone(HoldForm form, Member member, @Nullable String token) {
		if (form.anyway()) {
			return List.of();
		}
		List<Integer> alone = this.seatMap.getPlan(form.showId(), member.id()).leftAlone(form.seatNumbers());
		if (!alone.isEmpty()) {
			this.waitingRoom.requireTurn(token, member.id(), this.catalogue.getShow(form.showId()).concertId());
		}
		return alone;
	}

	private static String backToTheMap(HoldForm form, RedirectAttributes redirect) {
		if (!form.seatNumbers().isEmpty() && form.seatNumbers().size() <= Show.SEATS) {
			redirect.addAttribute("seats",
					form.seatNumbers().stream().map(String::valueOf).collect(Collectors.joining(",")));
		}
		return "redirect:/shows/" + form.showId() + "/seats";
	}

}
