package app.frontrow.shared;

import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Short transactions that are tried again as a whole, at most three times within some
 * seconds, when the database breaks one off for a deadlock or a lock that took too long.
 */
@Component
public class Transactions {

	private static final int RETRIES = 3;

	/**
	 * Twice the wait for a lock: who has waited that long in vain, behind an instance
	 * that hangs, is told so instead of waiting again.
	 */
	private static final Duration RETRY_WITHIN = Duration.ofSeconds(4);

	private final TransactionTemplate transaction;

	private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
		.includes(PessimisticLockingFailureException.class)
		.maxRetries(RETRIES)
		.delay(Duration.ofMillis(20))
		.jitter(Duration.ofMillis(15))
		.multiplier(2)
		.timeout(RETRY_WITHIN)
		.build());

	Transactions(TransactionTemplate transaction) {
		this.transaction = transaction;
	}

	/**
	 * Does the work in one transaction, which has committed when this returns.
	 * @param work bears being done again from the start
	 */
	public <T> T run(Supplier<T> work) {
		return this.retries.invoke(() -> this.transaction.execute((status) -> work.get()));
	}

}
