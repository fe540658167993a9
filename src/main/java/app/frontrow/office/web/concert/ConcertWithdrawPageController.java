package app.frontrow.office.web.concert;

import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Withdraws a concert from its form.
 */
@PageController
class ConcertWithdrawPageController {

	private static final String PATH = "/office/concerts/{id}/withdraw";

	private final CatalogueEditService programme;

	private final FlashMessageWriter flashes;

	ConcertWithdrawPageController(CatalogueEditService programme, FlashMessageWriter flashes) {
		this.programme = programme;
		this.flashes = flashes;
	}

	@PostMapping(PATH)
	String withdraw(@PathVariable long id, RedirectAttributes redirect) {
		try {
			this.programme.withdraw(id);
			this.flashes.addNotice(redirect, "flash.concert-withdrawn");
			return "redirect:/office";
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
			return "redirect:/office/concerts/{id}/edit";
		}
	}

	/** The browser comes here if a log-in or an outage interrupted the form. */
	@GetMapping(PATH)
	String redirectToForm(@PathVariable long id) {
		return "redirect:/office/concerts/{id}/edit";
	}

}
