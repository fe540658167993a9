package app.frontrow.stores;

import java.util.function.Supplier;

import javax.sql.DataSource;

import app.frontrow.shared.store.GuardedJdbcTemplate;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits what a test writes outside a transaction. What the product writes there is
 * refused, as in production.
 */
class TestJdbcTemplate extends GuardedJdbcTemplate {

	private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	private final TransactionTemplate transaction;

	TestJdbcTemplate(DataSource dataSource) {
		super(dataSource);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
	}

	@Override
	protected <T> T write(Supplier<T> work) {
		return (!TransactionSynchronizationManager.isActualTransactionActive() && isCalledByTest())
				? this.transaction.execute((status) -> work.get()) : super.write(work);
	}

	/** Whether the nearest caller of Frontrow's own is not part of the product. */
	private static boolean isCalledByTest() {
		return STACK.walk((frames) -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
			.filter((caller) -> caller.getName().startsWith("app.frontrow."))
			.filter((caller) -> !GuardedJdbcTemplate.class.isAssignableFrom(caller))
			.findFirst()
			.map((caller) -> caller.getProtectionDomain().getCodeSource().getLocation())
			.filter((origin) -> origin.getPath().endsWith("/test-classes/"))
			.isPresent());
	}

}
