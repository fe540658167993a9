package app.frontrow.office.web.concert;

import java.util.Locale;

import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.office.concert.OfficeConcert;
import app.frontrow.office.concert.OfficeConcertService;
import app.frontrow.office.concert.OfficeShow;
import app.frontrow.shared.web.page.PageController;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A concert as visitors will read about it, also while it is a draft.
 */
@PageController
class ConcertPreviewPageController {

	private final OfficeConcertService concerts;

	private final CatalogueEditService programme;

	ConcertPreviewPageController(OfficeConcertService concerts, CatalogueEditService programme) {
		this.concerts = concerts;
		this.programme = programme;
	}

	@GetMapping("/office/concerts/{id}/preview")
	String show(@PathVariable long id, Locale locale, Model model) {
		OfficeConcert concert = this.concerts.get(id);
		Concert shown = this.programme.preview(id).inLanguage(locale);
		model.addAttribute("concert", shown);
		model.addAttribute("grades", concert.prices().stream().map(PriceBand::grade).distinct().toList());
		model.addAttribute("shows", concert.plannedShows().stream().map((show) -> toShow(concert, show)).toList());
		model.addAttribute("visit", shown.visit());
		return "office/preview";
	}

	private static Show toShow(OfficeConcert concert, OfficeShow show) {
		return new Show(show.id(), concert.id(), show.startsAt(), show.seats().held() + show.seats().free());
	}

}
