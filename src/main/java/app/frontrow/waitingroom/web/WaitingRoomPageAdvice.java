package app.frontrow.waitingroom.web;

import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.waitingroom.ConcertRequestAttribute;
import app.frontrow.waitingroom.NotYourTurnException;
import app.frontrow.waitingroom.SoldOutException;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;
import app.frontrow.waitingroom.token.QueueTokenWrongConcertException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Redirects members who are not admitted to the waiting room, from any page.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(annotations = PageController.class)
class WaitingRoomPageAdvice {

	private final FlashMessageWriter flashes;

	WaitingRoomPageAdvice(FlashMessageWriter flashes) {
		this.flashes = flashes;
	}

	@ExceptionHandler({ NotYourTurnException.class, QueueTokenInvalidException.class,
			QueueTokenWrongConcertException.class })
	String notInLine(Refusal refusal, HttpServletRequest request, RedirectAttributes redirect) {
		return this.flashes.redirect(concert(refusal, request) + "/queue", refusal, request, redirect);
	}

	@ExceptionHandler
	String soldOut(SoldOutException refusal, HttpServletRequest request, RedirectAttributes redirect) {
		return this.flashes.redirect(concert(refusal, request), refusal, request, redirect);
	}

	/**
	 * Returns the address of the refused concert.
	 * @throws Refusal the given refusal, if its concert is not known
	 */
	private static String concert(Refusal refusal, HttpServletRequest request) {
		Object concertId = ConcertRequestAttribute.of(refusal, request);
		if (concertId == null) {
			throw refusal;
		}
		return "/concerts/" + concertId;
	}

}
