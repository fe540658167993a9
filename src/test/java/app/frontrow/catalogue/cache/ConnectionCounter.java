package app.frontrow.catalogue.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the connections that threads of one name take from the pool.
 */
public class ConnectionCounter implements BeanPostProcessor {

	/** How the names of the threads begin that are counted. */
	public static final String THREADS = "catalogue-visitor";

	private final AtomicInteger taken = new AtomicInteger();

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource pool) ? new Counting(pool) : bean;
	}

	public int taken() {
		return this.taken.get();
	}

	private final class Counting extends DelegatingDataSource {

		private Counting(DataSource pool) {
			super(pool);
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (Thread.currentThread().getName().startsWith(THREADS)) {
				ConnectionCounter.this.taken.incrementAndGet();
			}
			return super.getConnection();
		}

	}

}
