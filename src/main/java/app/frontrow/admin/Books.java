package app.frontrow.admin;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import app.frontrow.payments.Reconciliation;
import app.frontrow.payments.Reconciliation.Report;
import app.frontrow.shared.StoreOutage;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Reconciles when asked and every ten minutes, and keeps the number of differences in the
 * gauge {@code frontrow.reconciliation.differences} (-1 before the first run).
 */
@Service
public class Books {

	private static final Logger log = LoggerFactory.getLogger(Books.class);

	private final Reconciliation reconciliation;

	private final AtomicInteger differences;

	Books(Reconciliation reconciliation, MeterRegistry meters) {
		this.reconciliation = reconciliation;
		this.differences = meters.gauge("frontrow.reconciliation.differences", new AtomicInteger(-1));
	}

	/**
	 * Reconciles now.
	 */
	public Report reconcile() {
		Report report = this.reconciliation.run();
		this.differences.set(report.differences().size());
		if (!report.consistent()) {
			log.error("The books do not agree: {}", report.differences());
		}
		return report;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void reconcileRegularly() {
		try {
			reconcile();
		}
		catch (RuntimeException failure) {
			if (!StoreOutage.isBehind(failure)) {
				log.error("Reconciliation failed; another run follows", failure);
			}
		}
	}

}
