package app.frontrow.idempotency;

import java.util.concurrent.TimeUnit;

import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.store.StoreOutageDetector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes idempotency records after 24 hours, in batches. Every instance runs it.
 */
@Component
class IdempotencyCleanupJob {

	private static final Logger log = LoggerFactory.getLogger(IdempotencyCleanupJob.class);

	private static final int BATCH_SIZE = 1000;

	private final IdempotencyRecordRepository records;

	private final RetryingTransactionExecutor transactions;

	IdempotencyCleanupJob(IdempotencyRecordRepository records, RetryingTransactionExecutor transactions) {
		this.records = records;
		this.transactions = transactions;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void deleteExpired() {
		try {
			while (this.transactions.run(() -> this.records.deleteExpired(BATCH_SIZE)) == BATCH_SIZE) {
				log.debug("Deleted {} idempotency records", BATCH_SIZE);
			}
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("Old idempotency records could not be deleted; the next run tries again", failure);
			}
		}
	}

}
