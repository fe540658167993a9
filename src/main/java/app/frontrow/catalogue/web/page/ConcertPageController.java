package app.frontrow.catalogue.web.page;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.WaitingRoomOpeningPolicy;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The page of one concert, for everybody.
 */
@PageController
class ConcertPageController {

	private final CatalogueQueryService catalogue;

	private final Clock clock;

	private final WaitingRoomOpeningPolicy opening;

	private final SharedPageFactory sharedPages;

	ConcertPageController(CatalogueQueryService catalogue, Clock clock, WaitingRoomOpeningPolicy opening,
			SharedPageFactory sharedPages) {
		this.catalogue = catalogue;
		this.clock = clock;
		this.opening = opening;
		this.sharedPages = sharedPages;
	}

	@GetMapping("/concerts/{concertId}")
	String concert(@PathVariable long concertId, HttpServletRequest request, Locale locale, Model model) {
		Concert concert = this.catalogue.getConcert(concertId).inLanguage(locale.getLanguage());
		List<Show> shows = this.catalogue.findShows(concertId);
		Instant waitingFrom = this.opening.opensAt(concert);
		model.addAttribute("card", ConcertCardView.of(concert));
		model.addAttribute("waitingFrom", waitingFrom.isAfter(this.clock.instant()) ? waitingFrom : null);
		model.addAttribute("shows", shows);
		model.addAttribute("share", this.sharedPages.create(concert, shows, request));
		return "concerts/detail";
	}

}
