package app.frontrow.office.web.reconciliation;

import app.frontrow.office.reconciliation.ReconciliationService;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Report;
import app.frontrow.shared.web.api.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ticket office")
@RestController
@RequestMapping(ApiPaths.V1 + "/admin/reconciliation")
class ReconciliationApiController {

	private final ReconciliationService reconciliation;

	ReconciliationApiController(ReconciliationService reconciliation) {
		this.reconciliation = reconciliation;
	}

	@Operation(summary = "Check that seats, payments and ledger agree")
	@GetMapping
	Report reconcile() {
		return this.reconciliation.reconcile();
	}

}
