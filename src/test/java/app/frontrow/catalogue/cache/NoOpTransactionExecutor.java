package app.frontrow.catalogue.cache;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions on nothing, for what follows a commit.
 */
public class NoOpTransactionExecutor {

	private final TransactionTemplate template = new TransactionTemplate(new NoStore());

	public void commit(Runnable work) {
		this.template.executeWithoutResult((status) -> work.run());
	}

	public void rollBack(Runnable work) {
		this.template.executeWithoutResult((status) -> {
			work.run();
			status.setRollbackOnly();
		});
	}

	private static final class NoStore extends AbstractPlatformTransactionManager {

		private static final long serialVersionUID = 1L;

		@Override
		protected Object doGetTransaction() {
			return new Object();
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
		}

	}

}
