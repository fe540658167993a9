package app.frontrow.catalogue.web.page;

import java.time.Clock;
import java.time.Instant;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.WaitingRoomOpeningPolicy;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.shared.web.page.PageController;

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

	ConcertPageController(CatalogueQueryService catalogue, Clock clock, WaitingRoomOpeningPolicy opening) {
		this.catalogue = catalogue;
		this.clock = clock;
		this.opening = opening;
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

}
