package app.frontrow.office.export;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which database long reads use. Another schema of the same server stands for a replica.
 */
@Tag("database")
class ReportDatabaseIT extends ProductTest {

	private static final String SCHEMA = "frontrow_replica";

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@NullAndEmptySource
	void withoutAReplicaTheDatabaseItselfIsRead(String url) throws SQLException {
		ReportDatabase database = new ReportDatabase(new ReplicaSettings(url), this.dataSource, this.jdbc);

		assertThat(database.jdbc()).isSameAs(this.jdbc);
	}

	@Test
	@ProvesRule(rule = "A connection to the replica cannot write", guard = "ReportDatabase.connect",
			brokenBy = "leaving out setReadOnly")
	void replicaIsReadAndNotWritten(@Autowired Stores stores) throws SQLException {
		execute(stores, "create database if not exists " + SCHEMA);
		try (ReportDatabase database = new ReportDatabase(new ReplicaSettings(url(stores)), this.dataSource,
				this.jdbc)) {
			assertThat(database.jdbc().sql("select database()").query(String.class).single()).isEqualTo(SCHEMA);
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> database.jdbc().sql("create table written (id int)").update());
		}
		finally {
			execute(stores, "drop database " + SCHEMA);
		}
	}

	@Test
	void instanceStartsWithoutTheReplica() throws SQLException {
		try (ReportDatabase database = new ReportDatabase(new ReplicaSettings("jdbc:mysql://127.0.0.1:1/frontrow"),
				this.dataSource, this.jdbc)) {
			assertThat(database.jdbc()).isNotSameAs(this.jdbc);
		}
	}

	private static String url(Stores stores) {
		return stores.jdbcUrl().replaceFirst("(//[^/]+/)\\w+", "$1" + SCHEMA);
	}

	private static void execute(Stores stores, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(stores.jdbcUrl(), stores.jdbcUser(),
				stores.jdbcPassword()); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
