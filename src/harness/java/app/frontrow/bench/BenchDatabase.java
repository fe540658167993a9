package app.frontrow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;

import app.frontrow.stores.Stores;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The benchmark's own way to the product's database.
 */
final class BenchDatabase implements AutoCloseable {

	private final HikariDataSource pool;

	private final JdbcTemplate jdbc;

	BenchDatabase(Stores stores) {
		HikariConfig settings = productSettings();
		settings.setJdbcUrl(stores.jdbcUrl());
		settings.setUsername(stores.jdbcUser());
		settings.setPassword(stores.jdbcPassword());
		// the yardstick sends no statement that the work itself does not need
		settings.setAutoCommit(false);
		this.pool = new HikariDataSource(settings);
		this.jdbc = new JdbcTemplate(new DriverManagerDataSource(stores.jdbcUrl() + "?rewriteBatchedStatements=true",
				stores.jdbcUser(), stores.jdbcPassword()));
	}

	private static HikariConfig productSettings() {
		try {
			return new Binder(ConfigurationPropertySources
				.from(new YamlPropertySourceLoader().load("product", new ClassPathResource("application.yml"))))
				.bind("spring.datasource.hikari", Bindable.of(HikariConfig.class))
				.get();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A pool with the product's settings, for transactions. */
	HikariDataSource pool() {
		return this.pool;
	}

	/** For preparations, each statement committed at once. */
	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	/** Statements that clients have sent to the server so far; asking is one more. */
	long statements() {
		return this.jdbc.queryForObject("show global status like 'Questions'", (row, number) -> row.getLong(2));
	}

	@Override
	public void close() {
		this.pool.close();
	}

}
