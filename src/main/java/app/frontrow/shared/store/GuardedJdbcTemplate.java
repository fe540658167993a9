package app.frontrow.shared.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Refuses to write outside a transaction. The connections do not use auto-commit, so the
 * pool would silently roll such a write back.
 */
public class GuardedJdbcTemplate extends JdbcTemplate {

	private final PoolEvictor pool;

	/**
	 * Makes a template for the connections of the pool.
	 */
	public GuardedJdbcTemplate(DataSource dataSource) {
		super(dataSource);
		this.pool = new PoolEvictor(dataSource);
	}

	/**
	 * Writes within the running transaction.
	 * @param work one statement or one batch
	 * @throws InvalidDataAccessApiUsageException if no transaction is running
	 */
	protected <T> T write(Supplier<T> work) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new InvalidDataAccessApiUsageException("A write outside a transaction would be rolled back");
		}
		return work.get();
	}

	/** The other connections of the pool lead to the same read-only database. */
	@Override
	protected DataAccessException translateException(String task, @Nullable String sql, SQLException failure) {
		if (ReadOnlyDatabaseDetector.matches(failure)) {
			this.pool.evictAll();
			return new DataAccessResourceFailureException("The database has become read-only", failure);
		}
		return super.translateException(task, sql, failure);
	}

	@Override
	public void execute(String sql) {
		write(() -> {
			super.execute(sql);
			return null;
		});
	}

	@Override
	public int update(String sql) {
		return write(() -> super.update(sql));
	}

	@Override
	protected int update(PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter) {
		return write(() -> super.update(creator, setter));
	}

	@Override
	public int update(PreparedStatementCreator creator, KeyHolder keys) {
		return write(() -> super.update(creator, keys));
	}

	@Override
	public int[] batchUpdate(String... sql) {
		return write(() -> super.batchUpdate(sql));
	}

	@Override
	public int[] batchUpdate(PreparedStatementCreator creator, BatchPreparedStatementSetter setter, KeyHolder keys) {
		return write(() -> super.batchUpdate(creator, setter, keys));
	}

	@Override
	public int[] batchUpdate(String sql, BatchPreparedStatementSetter setter) {
		return write(() -> super.batchUpdate(sql, setter));
	}

	@Override
	public int[] batchUpdate(String sql, List<? extends Object[]> rows, int[] types) {
		return write(() -> super.batchUpdate(sql, rows, types));
	}

	@Override
	public <T> int[][] batchUpdate(String sql, Collection<T> rows, int size,
			ParameterizedPreparedStatementSetter<T> setter) {
		return write(() -> super.batchUpdate(sql, rows, size, setter));
	}

}
