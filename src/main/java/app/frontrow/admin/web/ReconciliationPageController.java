package app.frontrow.admin.web;

import app.frontrow.admin.Books;
import app.frontrow.shared.web.PageController;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page that shows whether the books agree.
 */
@PageController
class ReconciliationPageController {

	private final Books books;

	ReconciliationPageController(Books books) {
		this.books = books;
	}

	@GetMapping("/admin/reconciliation")
	String reconcile(Model model) {
		model.addAttribute("report", this.books.reconcile());
		return "admin/reconciliation";
	}

}
