package app.frontrow.waitingroom.web;

import java.util.Optional;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.shared.web.http.SecurityHeadersFilter;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Answers the polls of the waiting room's page. A poll needs only the queue token: no
 * session, no layout and no form.
 */
@Controller
class QueuePlaceController {

	/** Tells htmx to stop polling. */
	private static final int STOP_POLLING = 286;

	private final WaitingRoomService waitingRoom;

	private final QueueTokenCookie tokens;

	private final CatalogueQueryService catalogue;

	private final WaitingViewFactory views;

	QueuePlaceController(WaitingRoomService waitingRoom, QueueTokenCookie tokens, CatalogueQueryService catalogue,
			WaitingViewFactory views) {
		this.waitingRoom = waitingRoom;
		this.tokens = tokens;
		this.catalogue = catalogue;
		this.views = views;
	}

	@GetMapping("/concerts/{concertId}/queue/place")
	String place(@PathVariable long concertId, @RequestParam(defaultValue = "0") long from, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		SecurityHeadersFilter.forbidCaching(response);
		PlaceStatus status = null;
		Optional<QueuePlace> place = look(request, concertId);
		if (place.isPresent()) {
			status = place.get().status();
		}
		if (status == PlaceStatus.WAITING) {
			model.addAttribute("concert",
					this.catalogue.getConcert(concertId).inLanguage(LocaleContextHolder.getLocale()));
			model.addAttribute("waiting", this.views.create(place.get(), from));
			return "queue/_place :: poll";
		}
		response.setStatus(STOP_POLLING);
		if (status == PlaceStatus.ADMITTED) {
			model.addAttribute("concert",
					this.catalogue.getConcert(concertId).inLanguage(LocaleContextHolder.getLocale()));
			model.addAttribute("place", place.get());
			model.addAttribute("next", "/concerts/" + concertId + "/shows");
			return "queue/_place :: turn";
		}
		String next = "/concerts/" + concertId + "/queue";
		response.setHeader("HX-Redirect", request.getContextPath() + next);
		model.addAttribute("next", next);
		return "queue/_place :: moved";
	}

	private Optional<QueuePlace> look(HttpServletRequest request, long concertId) {
		try {
			return this.tokens.read(request, concertId).map(this.waitingRoom::look);
		}
		catch (QueueTokenInvalidException stale) {
			return Optional.empty();
		}
	}

}
