package app.frontrow.catalogue;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Steps in memory that follow a change in the database.
 */
final class AfterCommit {

	private AfterCommit() {
	}

	/** Takes the step once the running transaction has committed, and only then. */
	static void run(Runnable step) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				step.run();
			}
		});
	}

}
