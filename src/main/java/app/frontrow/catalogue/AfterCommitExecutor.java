package app.frontrow.catalogue;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a step in memory after the running transaction commits, but not after a rollback.
 */
final class AfterCommitExecutor {

	private AfterCommitExecutor() {
	}

	static void run(Runnable step) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				step.run();
			}
		});
	}

}
