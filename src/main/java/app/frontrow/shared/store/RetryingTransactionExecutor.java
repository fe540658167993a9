package app.frontrow.shared.store;

import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * Runs work in a {@link RetriedTransaction}, for callers that decide on the work.
 */
@Component
public class RetryingTransactionExecutor {

	/**
	 * Does the work in one transaction, which has committed when this returns.
	 * @param work may be called again from the start
	 */
	@RetriedTransaction
	public <T> T run(Supplier<T> work) {
		return work.get();
	}

}
