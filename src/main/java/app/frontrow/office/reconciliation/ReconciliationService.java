package app.frontrow.office.reconciliation;

import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Runs a complete check on request, independent of the regular passes.
 */
@Service
public class ReconciliationService {

	private static final Logger log = LoggerFactory.getLogger(ReconciliationService.class);

	private final ReconciliationChecker reconciliation;

	ReconciliationService(ReconciliationChecker reconciliation) {
		this.reconciliation = reconciliation;
	}

	/**
	 * Checks seats, payments, balances and ledger, and logs differences. The time grows
	 * with the size of the database.
	 */
	public Report reconcile() {
		Report report = this.reconciliation.checkAll();
		if (!report.consistent()) {
			log.error("Seats, payments and ledger disagree: {}", report.differences());
		}
		return report;
	}

}
