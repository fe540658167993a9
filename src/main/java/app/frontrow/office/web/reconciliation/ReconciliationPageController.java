package app.frontrow.office.web.reconciliation;

import app.frontrow.office.reconciliation.ReconciliationService;
import app.frontrow.shared.web.page.PageController;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@PageController
class ReconciliationPageController {

	private static final String PATH = "/office/reconciliation";

	private final ReconciliationService reconciliation;

	ReconciliationPageController(ReconciliationService reconciliation) {
		this.reconciliation = reconciliation;
	}

	@GetMapping(PATH)
	String reconcile(Model model) {
		model.addAttribute("report", this.reconciliation.reconcile());
		return "office/reconciliation";
	}

	/** Redirects from the old address of this page, which bookmarks may still have. */
	@GetMapping("/admin/reconciliation")
	String redirectFromOldAddress() {
		return "redirect:" + PATH;
	}

}
