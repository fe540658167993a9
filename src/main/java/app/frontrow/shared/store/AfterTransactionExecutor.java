package app.frontrow.shared.store;

import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a step after the running transaction, for example a change in memory.
 */
public final class AfterTransactionExecutor {

	private AfterTransactionExecutor() {
	}

	/** Runs the step after the commit. It is not run after a rollback. */
	public static void runAfterCommit(Runnable step) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				step.run();
			}
		});
	}

	/** Runs the step after the end of the transaction, with true after a commit. */
	public static void runAfterEnd(Consumer<Boolean> step) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				step.accept(status == STATUS_COMMITTED);
			}
		});
	}

}
