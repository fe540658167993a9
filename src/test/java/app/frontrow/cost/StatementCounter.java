package app.frontrow.cost;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
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
 * {@link #SETTING}; they all count together. What scheduled jobs send is left out.
 */
public class StatementCounter implements QueryInterceptor {

	/** A test property that makes the driver count. */
	public static final String SETTING = "spring.datasource.hikari.data-source-properties.queryInterceptors"
			+ "=app.frontrow.cost.StatementCounter";

	private static final Queue<Sent> SENT = new ConcurrentLinkedQueue<>();

	/** Forgets what was sent so far. */
	public static void reset() {
		SENT.clear();
	}

	/** What was sent since then, in order. */
	public static List<String> sent() {
		return SENT.stream().map(Sent::sql).toList();
	}

	/**
	 * The same without whole transactions that begin with a certain statement.
	 * @param first which statements
	 */
	public static List<String> sentExcept(Predicate<String> first) {
		Set<Thread> inside = new HashSet<>();
		Set<Thread> leftOut = new HashSet<>();
		List<String> rest = new ArrayList<>();
		for (Sent sent : SENT) {
			if (inside.add(sent.by()) && first.test(sent.sql())) {
				leftOut.add(sent.by());
			}
			if (!leftOut.contains(sent.by())) {
				rest.add(sent.sql());
			}
			if (sent.sql().matches("(?i)commit|rollback")) {
				inside.remove(sent.by());
				leftOut.remove(sent.by());
			}
		}
		return rest;
	}

	@Override
	public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
		return this;
	}

	@Override
	public <T extends Resultset> T preProcess(Supplier<String> sql, Query query) {
		if (!Thread.currentThread().getName().startsWith("scheduling-")) {
			SENT.add(new Sent(Thread.currentThread(), sql.get()));
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

	private record Sent(Thread by, String sql) {
	}

}
