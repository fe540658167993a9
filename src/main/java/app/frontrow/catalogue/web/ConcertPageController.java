package app.frontrow.catalogue.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.WaitingRoomOpeningPolicy;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.http.ClientAddressResolver;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of concerts and the page of one concert, for everybody.
 */
@PageController
class ConcertPageController {

	private static final int PAGE_SIZE = 12;

	private static final int LAST_PAGE = 100_000;

	private final CatalogueQueryService catalogue;

	private final SearchRateLimiter limit;

	private final MessageSource messages;

	private final Clock clock;

	private final WaitingRoomOpeningPolicy opening;

	ConcertPageController(CatalogueQueryService catalogue, SearchRateLimiter limit, MessageSource messages, Clock clock,
			WaitingRoomOpeningPolicy opening) {
		this.catalogue = catalogue;
		this.limit = limit;
		this.messages = messages;
		this.clock = clock;
		this.opening = opening;
	}

	@GetMapping("/")
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page,
			HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
		if (request.getParameterMap().containsKey("signed-out")) {
			model.addAttribute(FlashMessage.ATTRIBUTE,
					new FlashMessage(this.messages.getMessage("flash.signed-out", null, locale), null));
		}
		search(q, page, request, response, model);
		return "concerts/list";
	}

	@HxRequest
	@GetMapping("/")
	String results(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		search(q, page, request, response, model);
		return "concerts/_results :: results";
	}

	@GetMapping("/concerts/{concertId}")
	String concert(@PathVariable long concertId, Model model) {
		Concert concert = this.catalogue.getConcert(concertId);
		Instant waitingFrom = this.opening.opensAt(concert);
		model.addAttribute("card", ConcertCardView.of(concert));
		model.addAttribute("waitingFrom", waitingFrom.isAfter(this.clock.instant()) ? waitingFrom : null);
		model.addAttribute("shows", this.catalogue.findShows(concertId));
		return "concerts/detail";
	}

	/**
	 * Searches concerts. After a refusal the page keeps the text in the field and shows
	 * the reason in place of the results.
	 */
	private void search(String q, int page, HttpServletRequest request, HttpServletResponse response, Model model) {
		String text = q.strip();
		int number = Math.min(Math.max(page, 0), LAST_PAGE);
		model.addAttribute("q", text);
		try {
			this.limit.check(text, ClientAddressResolver.resolve(request));
			model.addAttribute("page", this.catalogue.search(text, null, number, PAGE_SIZE).map(ConcertCardView::of));
		}
		catch (TooManyRequestsException tooMany) {
			FormErrorMapper.answer(response, model, tooMany, null);
		}
	}

}
