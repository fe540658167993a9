package app.frontrow.waitingroom.web;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.waitingroom.draw.DrawService;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows the public page of a draw.
 */
@PageController
class DrawPageController {

	private final DrawService draws;

	private final CatalogueQueryService catalogue;

	DrawPageController(DrawService draws, CatalogueQueryService catalogue) {
		this.draws = draws;
		this.catalogue = catalogue;
	}

	@GetMapping("/concerts/{concertId}/draw")
	String show(@PathVariable long concertId, Model model) {
		model.addAttribute("concert", this.catalogue.getConcert(concertId).inLanguage(LocaleContextHolder.getLocale()));
		model.addAttribute("draw", this.draws.getDraw(concertId));
		return "queue/draw";
	}

}
