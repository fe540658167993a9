package app.frontrow.shared.store;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

import io.lettuce.core.RedisException;
import org.hibernate.TransactionException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Recognizes failures whose cause is that MySQL or Redis is not available, or that MySQL
 * has become read-only.
 */
public final class StoreOutageDetector {

	/** Seconds after which a caller may try again. */
	public static final int RETRY_AFTER_SECONDS = 3;

	private static final List<Class<? extends Throwable>> OUTAGE_EXCEPTIONS = List.of(
			DataAccessResourceFailureException.class, QueryTimeoutException.class, RecoverableDataAccessException.class,
			CannotCreateTransactionException.class, TransactionException.class, RedisSystemException.class,
			RedisException.class, SQLTransientConnectionException.class, SQLNonTransientConnectionException.class,
			SQLRecoverableException.class);

	private StoreOutageDetector() {
	}

	/**
	 * Returns whether the cause of this failure is a store that is not available.
	 * @param failure any failure; its causes are checked too
	 */
	public static boolean isCauseOf(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Throwable link = cause;
			if (ReadOnlyDatabaseDetector.matches(link)
					|| OUTAGE_EXCEPTIONS.stream().anyMatch((type) -> type.isInstance(link))) {
				return true;
			}
		}
		return false;
	}

}
