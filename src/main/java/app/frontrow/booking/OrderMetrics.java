package app.frontrow.booking;

import java.util.function.Supplier;

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

	/** Does the work and counts its outcome. */
	<T> T count(String step, Supplier<T> work) {
		String outcome = "failed";
		try {
			T result = work.get();
			outcome = "done";
			return result;
		}
		catch (Refusal refusal) {
			outcome = refusal.code().code();
			throw refusal;
		}
		finally {
			this.meters.counter("frontrow.orders", "step", step, "outcome", outcome).increment();
		}
	}

}
