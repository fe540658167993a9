package app.frontrow.catalogue.web;

import java.time.Instant;
import java.util.List;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.web.api.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/office/concerts")
class OfficeConcertApiController {

	private final CatalogueQueryService catalogue;

	OfficeConcertApiController(CatalogueQueryService catalogue) {
		this.catalogue = catalogue;
	}

	@Operation(summary = "One concert with all its dates, in the form that a change takes")
	@GetMapping("/{id}")
	OfficeConcert concert(@PathVariable long id) {
		return OfficeConcert.of(this.catalogue.getConcert(id), this.catalogue.findShows(id));
	}

	record OfficeConcert(long id, String title, String artist, String venue, String description, Instant salesOpenAt,
			List<OfficeShow> shows, List<PriceBand> prices) {

		static OfficeConcert of(Concert concert, List<Show> shows) {
			return new OfficeConcert(concert.id(), concert.title(), concert.artist(), concert.venue(),
					concert.description(), concert.salesOpenAt(),
					shows.stream().map((show) -> new OfficeShow(show.id(), show.startsAt())).toList(),
					concert.prices());
		}

	}

	record OfficeShow(long id, Instant startsAt) {
	}

}
