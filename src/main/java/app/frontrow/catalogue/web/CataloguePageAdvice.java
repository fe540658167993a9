package app.frontrow.catalogue.web;

import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.catalogue.concert.ConcertErrorDetail;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Redirects to the concert's page if its sales have not opened or the show has begun.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(annotations = PageController.class)
class CataloguePageAdvice {

	private final FlashMessageWriter flashes;

	CataloguePageAdvice(FlashMessageWriter flashes) {
		this.flashes = flashes;
	}

	@ExceptionHandler
	String salesNotOpen(SalesNotOpenException refusal, HttpServletRequest request, RedirectAttributes redirect) {
		return this.flashes.redirect("/concerts/" + refusal.details().get(ConcertErrorDetail.ID.name()), refusal,
				request, redirect);
	}

}
