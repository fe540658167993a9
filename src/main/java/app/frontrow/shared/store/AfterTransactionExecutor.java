package app.frontrow.shared.store;

import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a step in memory after the running transaction.
 */
public final class AfterTransactionExecutor {

	private AfterTransactionExecutor() {
	}

	/** Runs the step after the commit, and not at all after a rollback. */
	public static void runAfterCommit(Runnable step) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				step.run();
			}
		});
	}

	/** Runs the step after the end, and tells it whether that was a commit. */
	public static void runAfterEnd(Consumer<Boolean> step) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				step.accept(status == STATUS_COMMITTED);
			}
		});
	}

}
