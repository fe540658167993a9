package app.frontrow.admin;

import app.frontrow.payments.Reconciliation;
import app.frontrow.payments.Reconciliation.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Reconciles when the ticket office asks, beside the regular passes.
 */
@Service
public class ReconciliationService {

	private static final Logger log = LoggerFactory.getLogger(ReconciliationService.class);

	private final Reconciliation reconciliation;

	ReconciliationService(Reconciliation reconciliation) {
		this.reconciliation = reconciliation;
	}

	/**
	 * Checks everything now, and logs what does not agree. Takes as long as the database
	 * is large.
	 */
	public Report reconcile() {
		Report report = this.reconciliation.run();
		if (!report.consistent()) {
			log.error("The books do not agree: {}", report.differences());
		}
		return report;
	}

}
