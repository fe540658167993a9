package app.frontrow.admin.web;

import app.frontrow.admin.Books;
import app.frontrow.payments.Reconciliation.Report;
import app.frontrow.shared.web.ApiPaths;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reconciliation over the API.
 */
@RestController
@RequestMapping(ApiPaths.V1 + "/admin/reconciliation")
class ReconciliationApiController {

	private final Books books;

	ReconciliationApiController(Books books) {
		this.books = books;
	}

	@GetMapping
	Report reconcile() {
		return this.books.reconcile();
	}

}
