package app.frontrow.idempotency;

import java.util.concurrent.TimeUnit;

import app.frontrow.shared.StoreOutage;
import app.frontrow.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes idempotency records after 24 hours, some at a time, on any instance.
 */
@Component
class OldKeys {

	private static final Logger log = LoggerFactory.getLogger(OldKeys.class);

	private static final int BATCH = 1000;

	private final RecordRepository records;

	private final Transactions transactions;

	OldKeys(RecordRepository records, Transactions transactions) {
		this.records = records;
		this.transactions = transactions;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void forget() {
		try {
			while (this.transactions.run(() -> this.records.forget(BATCH)) == BATCH) {
				log.debug("Forgot {} idempotency keys", BATCH);
			}
		}
		catch (RuntimeException failure) {
			if (!StoreOutage.isBehind(failure)) {
				log.error("Old idempotency keys could not be forgotten; another try follows", failure);
			}
		}
	}

}
