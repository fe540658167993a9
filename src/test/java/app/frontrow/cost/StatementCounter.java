package app.frontrow.cost;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

	private static final Queue<Statement> SENT = new ConcurrentLinkedQueue<>();

	/** Forgets all statements. */
	public static void reset() {
		SENT.clear();
	}

	/** The statements since then, in order. */
	public static List<String> sent() {
		return SENT.stream().map(Statement::sql).toList();
	}

	/**
	 * The methods of the product that led from a controller to a statement, from the
	 * repository to the controller. Classes that Spring generates are left out.
	 * @param text a part of the statement
	 */
	static List<String> findCallers(String text) {
		return SENT.stream().filter((sent) -> sent.sql().contains(text)).findFirst().orElseThrow().callers();
	}

	@Override
	public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
		return this;
	}

	@Override
	public <T extends Resultset> T preProcess(Supplier<String> sql, Query query) {
		if (!Thread.currentThread().getName().matches("scheduling-.*|catalogue-refresh")) {
			SENT.add(new Statement(sql.get(), StackWalker.getInstance().walk(StatementCounter::listCallers)));
		}
		return null;
	}

	private static List<String> listCallers(Stream<StackFrame> stack) {
		List<String> callers = stack
			.filter((frame) -> frame.getClassName().startsWith("app.frontrow.") && !frame.getClassName().contains("$$")
					&& !frame.getClassName().equals(StatementCounter.class.getName()))
			.map((frame) -> frame.getClassName() + "." + frame.getMethodName())
			.distinct()
			.dropWhile((caller) -> !caller.contains("Repository."))
			.toList();
		int beforeController = (int) callers.stream().takeWhile((caller) -> !caller.contains("Controller.")).count();
		return callers.subList(0, Math.min(callers.size(), beforeController + 1));
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

	private record Statement(String sql, List<String> callers) {
	}

}
