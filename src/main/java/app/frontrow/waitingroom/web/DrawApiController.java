package app.frontrow.waitingroom.web;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.waitingroom.draw.Draw;
import app.frontrow.waitingroom.draw.DrawService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Returns the public data of a draw over the API.
 */
@Tag(name = "Queue")
@RestController
@RequestMapping(ApiPaths.V1)
class DrawApiController {

	private final DrawService draws;

	private final CatalogueQueryService catalogue;

	DrawApiController(DrawService draws, CatalogueQueryService catalogue) {
		this.draws = draws;
		this.catalogue = catalogue;
	}

	@Operation(summary = "Read the data from which the order of members who joined before the opening is drawn")
	@GetMapping("/concerts/{id}/draw")
	Draw show(@PathVariable long id) {
		this.catalogue.getConcert(id);
		return this.draws.getDraw(id);
	}

}
