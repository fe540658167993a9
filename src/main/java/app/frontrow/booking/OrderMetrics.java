package app.frontrow.booking;

import app.frontrow.shared.error.Refusal;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Counts the outcomes of holds, payments and cancellations on this instance. The tag
 * {@code outcome} is {@code done}, the code of a refusal, or {@code failed}.
 */
@Component
class OrderMetrics {

	private final MeterRegistry meters;

	OrderMetrics(MeterRegistry meters) {
		this.meters = meters;
	}

	/** Counts a step that was done, and returns its result. */
	<T> T countDone(String step, T result) {
		count(step, "done");
		return result;
	}

	/** Counts a step that failed, and returns the failure, which the caller throws. */
	RuntimeException countFailure(String step, RuntimeException failure) {
		count(step, (failure instanceof Refusal refusal) ? refusal.code().code() : "failed");
		return failure;
	}

	private void count(String step, String outcome) {
		this.meters.counter("frontrow.orders", "step", step, "outcome", outcome).increment();
	}

}
