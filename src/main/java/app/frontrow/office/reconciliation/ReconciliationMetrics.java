package app.frontrow.office.reconciliation;

import java.util.concurrent.TimeUnit;

import app.frontrow.office.reconciliation.ReconciliationProgressRepository.LastPass;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

import org.springframework.stereotype.Component;

/**
 * Publishes the metrics of the reconciliation. Age and differences are those of all
 * instances. Failures are those of this instance.
 */
@Component
class ReconciliationMetrics {

	private final Counter failures;

	private volatile LastPass lastPass = new LastPass(0, -1);

	private volatile long readAt = System.nanoTime();

	ReconciliationMetrics(MeterRegistry meters) {
		TimeGauge.builder("frontrow.reconciliation.age", this::age, TimeUnit.MICROSECONDS)
			.description("Time since the last whole pass of the reconciliation began")
			.register(meters);
		Gauge.builder("frontrow.reconciliation.differences", () -> this.lastPass.differences())
			.description("Differences that the last whole pass found, -1 before the first one")
			.register(meters);
		this.failures = Counter.builder("frontrow.reconciliation.failures")
			.description("Pieces of the reconciliation that failed on this instance")
			.register(meters);
	}

	/** Sets the last pass. Its age grows until the next call. */
	void update(LastPass read) {
		this.readAt = System.nanoTime();
		this.lastPass = read;
	}

	void countFailure() {
		this.failures.increment();
	}

	private long age() {
		return this.lastPass.age() + TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - this.readAt);
	}

}
