package app.frontrow.admin.web;

import app.frontrow.admin.ReconciliationService;
import app.frontrow.shared.web.page.PageController;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@PageController
class ReconciliationPageController {

	private final ReconciliationService reconciliation;

	ReconciliationPageController(ReconciliationService reconciliation) {
		this.reconciliation = reconciliation;
	}

	@GetMapping("/admin/reconciliation")
	String reconcile(Model model) {
		model.addAttribute("report", this.reconciliation.reconcile());
		return "admin/reconciliation";
	}

}
