package app.frontrow.shared.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends all connections of the pool: the idle ones now, the others when they come back.
 */
class PoolEvictor {

	/** While no new primary is found, each write would end all connections again. */
	private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

	private static final Logger log = LoggerFactory.getLogger(PoolEvictor.class);

	private final DataSource dataSource;

	private final AtomicLong next = new AtomicLong(System.nanoTime());

	PoolEvictor(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/** Does nothing if it was called less than a second ago. */
	void evictAll() {
		long now = System.nanoTime();
		long due = this.next.get();
		if (now - due < 0 || !this.next.compareAndSet(due, now + INTERVAL)) {
			return;
		}
		try {
			if (this.dataSource.isWrapperFor(HikariDataSource.class)) {
				log.warn("The database has become read-only; all connections are made anew");
				this.dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
			}
		}
		catch (SQLException failure) {
			log.warn("The connections could not be ended", failure);
		}
	}

}
