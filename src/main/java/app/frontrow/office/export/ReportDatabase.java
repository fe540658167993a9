package app.frontrow.office.export;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The database for long reads that may be some seconds old: a replica if
 * {@code frontrow.replica.url} names one, otherwise the database itself. Connections to a
 * replica cannot write. They have a small pool of their own, so a slow or failed replica
 * does not delay sales.
 */
@Component
class ReportDatabase implements AutoCloseable {

	/** One connection per export that runs at a time, and one more. */
	private static final int CONNECTIONS = 4;

	private final @Nullable HikariDataSource replica;

	private final JdbcClient jdbc;

	ReportDatabase(ReplicaSettings settings, DataSource database, JdbcClient jdbc) throws SQLException {
		this.replica = StringUtils.hasText(settings.url())
				? connect(settings.url(), database.unwrap(HikariDataSource.class)) : null;
		this.jdbc = (this.replica != null) ? JdbcClient.create(this.replica) : jdbc;
	}

	/**
	 * Reads without a transaction. What has just been committed may be missing.
	 */
	JdbcClient jdbc() {
		return this.jdbc;
	}

	@Override
	public void close() {
		if (this.replica != null) {
			this.replica.close();
		}
	}

	private static HikariDataSource connect(String url, HikariDataSource database) {
		HikariConfig config = new HikariConfig();
		database.copyStateTo(config);
		config.setPoolName("replica");
		config.setJdbcUrl(url);
		config.setReadOnly(true);
		config.setMaximumPoolSize(CONNECTIONS);
		config.setMinimumIdle(0);
		// an instance starts without the replica
		config.setInitializationFailTimeout(-1);
		return new HikariDataSource(config);
	}

}
