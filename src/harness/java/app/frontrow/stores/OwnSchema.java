package app.frontrow.stores;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A schema that one test has to itself: the instances of other tests see nothing of it.
 * It is dropped when it is closed.
 */
public final class OwnSchema implements AutoCloseable {

	private final Stores stores;

	private final String name;

	private OwnSchema(Stores stores, String name) {
		this.stores = stores;
		this.name = name;
	}

	/** Makes it anew, without tables. */
	public static OwnSchema createEmpty(Stores stores, String name) throws SQLException {
		OwnSchema schema = new OwnSchema(stores, name);
		schema.close();
		schema.execute("create database " + name);
		return schema;
	}

	/** Makes it anew. */
	public static OwnSchema create(Stores stores, String name) throws SQLException {
		OwnSchema schema = createEmpty(stores, name);
		Flyway.configure().dataSource(schema.connections()).load().migrate();
		return schema;
	}

	/** A new connection for each use. */
	public DataSource connections() {
		return new DriverManagerDataSource(url(), this.stores.jdbcUser(), this.stores.jdbcPassword());
	}

	/**
	 * The same connection for each use.
	 * @param interceptor class that is told of each statement
	 */
	public SingleConnectionDataSource connection(Class<?> interceptor) {
		String url = url() + (url().contains("?") ? "&" : "?") + "queryInterceptors=" + interceptor.getName();
		return new SingleConnectionDataSource(url, this.stores.jdbcUser(), this.stores.jdbcPassword(), true);
	}

	@Override
	public void close() throws SQLException {
		execute("drop database if exists " + this.name);
	}

	/** A URL for MySQL's driver, without user and password. */
	public String url() {
		return this.stores.jdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + this.name + "$1");
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.stores.jdbcUrl(), this.stores.jdbcUser(),
				this.stores.jdbcPassword()); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
