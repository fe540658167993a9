package app.frontrow.cost;

import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;

/**
 * Counts what the driver sends to the database: statements, commits, rollbacks and
 * settings of the session. The driver makes one for each connection of a test that sets
 * {@link #SETTING}; they all count together. What regular jobs send is left out.
 */
public class StatementCounter implements QueryInterceptor {

	/** A test property that makes the driver count. */
	public static final String SETTING = "spring.datasource.hikari.data-source-properties.queryInterceptors"
			+ "=app.frontrow.cost.StatementCounter";

	private static final Queue<String> SENT = new ConcurrentLinkedQueue<>();

	/** Forgets all statements. */
	public static void reset() {
		SENT.clear();
	}

	/** The statements since then, in order. */
	public static List<String> sent() {
		return List.copyOf(SENT);
	}

	@Override
	public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
		return this;
	}

	@Override
	public <T extends Resultset> T preProcess(Supplier<String> sql, Query query) {
		if (!Thread.currentThread().getName().matches("scheduling-.*|catalogue-refresh")) {
			SENT.add(sql.get());
		}
		return null;
	}

	@Override
	public <T extends Resultset> T postProcess(Supplier<String> sql, Query query, T result, ServerSession session) {
		return result;
	}

	@Override
	public boolean executeTopLevelOnly() {
		return false;
	}

	@Override
	public void destroy() {
		// nothing is kept per connection
	}

}
