package app.frontrow.shared.store;

import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * Runs a given piece of work in a {@link RetriedTransaction}.
 */
@Component
public class RetryingTransactionExecutor {

	/**
	 * Does the work in one transaction, which has committed when this method returns.
	 * @param work the work; it may be called several times
	 */
	@RetriedTransaction
	public <T> T run(Supplier<T> work) {
		return work.get();
	}

}
