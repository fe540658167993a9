package app.frontrow.payments.web;

import java.util.List;
import java.util.stream.Collectors;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Show;
import app.frontrow.idempotency.IdempotentRequests;
import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.members.Member;
import app.frontrow.payments.Checkout;
import app.frontrow.payments.Order;
import app.frontrow.reservations.SeatLimitExceededException;
import app.frontrow.reservations.SeatTakenException;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.TooManyRequestsException;
import app.frontrow.shared.web.ConcertInView;
import app.frontrow.shared.web.Flashes;
import app.frontrow.shared.web.FormKeys;
import app.frontrow.shared.web.PageController;
import app.frontrow.waitingroom.QueueTokenCookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes the seats that were chosen on the map. Refused, it leads back to the map with the
 * choice as far as it is still free.
 */
@PageController
class HoldPageController {

	private final Checkout checkout;

	private final IdempotentRequests requests;

	private final Catalogue catalogue;

	private final QueueTokenCookie tokens;

	private final Flashes flashes;

	HoldPageController(Checkout checkout, IdempotentRequests requests, Catalogue catalogue, QueueTokenCookie tokens,
			Flashes flashes) {
		this.checkout = checkout;
		this.requests = requests;
		this.catalogue = catalogue;
		this.tokens = tokens;
		this.flashes = flashes;
	}

	/** The form's address opened as a page: what came of it is among the tickets. */
	@GetMapping("/reservations")
	String back() {
		return "redirect:/me/reservations";
	}

	@PostMapping("/reservations")
	String hold(@RequestParam long showId, @RequestParam(defaultValue = "") List<Integer> seatNumbers,
			@RequestParam(name = FormKeys.FIELD, required = false) String key, @AuthenticationPrincipal Member member,
			HttpServletRequest request, RedirectAttributes redirect) {
		long concertId = this.catalogue.show(showId).concertId();
		ConcertInView.set(request, concertId);
		String token = this.tokens.read(request, concertId).orElse(null);
		try {
			Order order = this.requests.settled(() -> this.checkout.hold(member.id(), token, showId, seatNumbers, key));
			return "redirect:/reservations/" + order.reservation().id();
		}
		catch (SeatTakenException | SeatLimitExceededException | InvalidInputException | TooManyRequestsException
				| RecordedRefusal refusal) {
			this.flashes.refusal(redirect, refusal);
			if (!seatNumbers.isEmpty() && seatNumbers.size() <= Show.SEATS) {
				redirect.addAttribute("seats",
						seatNumbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
			}
			return "redirect:/shows/" + showId + "/seats";
		}
	}

}
