package app.frontrow.operations.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.operations.store.RedisStateReader.RedisState;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OnEmbeddedStores;
import app.frontrow.stores.OwnSchema;
import app.frontrow.stores.Stores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What an instance logs and measures of stores that are not as they should be.
 */
@OutOfProcessTest
@OnEmbeddedStores
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class StoreCheckIT {

	private static final String USER = "weak_user@'127.0.0.1'";

	private static final String ROLE = "weak_role";

	private static final String PASSWORD = "b4tt3ry-st4ple";

	private final MeterRegistry meters = new SimpleMeterRegistry();

	@Autowired
	private Stores stores;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private StringRedisTemplate redis;

	private OwnSchema schema;

	@BeforeEach
	void createUser() throws SQLException {
		this.schema = OwnSchema.create(this.stores, "weak_rights");
		dropUser();
		execute("create user " + USER + " identified by '" + PASSWORD + "'");
	}

	@AfterEach
	void dropAll() throws SQLException {
		dropUser();
		this.schema.close();
	}

	@Test
	@ProvesRule(rule = "A right that the database user lacks is named in the log and counted",
			guard = "StoreCheckJob.check", brokenBy = "not reading the rights")
	void rightsThatTheUserLacksAreNamedOnceAndCounted(CapturedOutput output) {
		execute("grant select, insert, references on weak_rights.* to " + USER);
		execute("grant delete on weak_rights.concerts to " + USER);

		StoreCheckJob job = job(false, Clock.systemUTC());
		job.check();
		job.check();

		assertThat(output).containsOnlyOnce("The database user lacks UPDATE, DELETE on the schema weak_rights:"
				+ " run \"grant update, delete on `weak_rights`.* to 'weak_user'@'127.0.0.1'\"");
		assertThat(figure("frontrow.database.rights.missing")).isEqualTo(2);
		execute("grant update, delete on weak_rights.* to " + USER);
		job.check();
		assertThat(figure("frontrow.database.rights.missing")).isZero();

		job(true, Clock.systemUTC()).check();
		assertThat(output).contains("lacks CREATE, ALTER, DROP, INDEX on the schema weak_rights");
	}

	@Test
	void rightsOfTheUsersRoleCount(CapturedOutput output) {
		execute("create role " + ROLE);
		execute("grant select, insert, update, delete on weak_rights.* to " + ROLE);
		execute("grant " + ROLE + " to " + USER);
		boolean maria = this.jdbc.sql("select version()").query(String.class).single().contains("MariaDB");
		execute("set default role " + ROLE + (maria ? " for " : " to ") + USER);

		job(false, Clock.systemUTC()).check();

		assertThat(output).doesNotContain("ERROR");
		assertThat(figure("frontrow.database.rights.missing")).isZero();
		assertThat(figure("frontrow.store.outdated")).isZero();
	}

	@Test
	@ProvesRule(rule = "An instance logs what is wrong with its stores", guard = "StoreCheckJob.tell",
			brokenBy = "not logging")
	void clocksAndEvictionAreLogged(CapturedOutput output) {
		execute("grant all on weak_rights.* to " + USER);
		setPolicy("allkeys-lru");
		try {
			job(true, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-9))).check();
		}
		finally {
			setPolicy("noeviction");
		}
		assertThat(output).containsOnlyOnce("The clock of Redis differs by")
			.containsPattern("The clock of M\\w+ differs by \\d+ s from this instance's: set both by NTP")
			.containsOnlyOnce("set its maxmemory-policy to noeviction");
	}

	@Test
	void oldVersionIsLoggedAndMeasured(CapturedOutput output) {
		execute("grant all on weak_rights.* to " + USER);
		RedisStateReader reader = mock();
		given(reader.read())
			.willReturn(new RedisState(new StoreState("Redis", 600, 602, Duration.ZERO, false), 1, 0, 1));

		new StoreCheckJob(reader, databaseReader(true, Clock.systemUTC()), new StoreMetrics(this.meters)).check();

		assertThat(output).containsOnlyOnce("Redis 6.0 is too old: upgrade it to 6.2");
		assertThat(this.meters.get("frontrow.store.outdated").tag("store", "redis").gauge().value()).isEqualTo(1);
	}

	@Test
	@ProvesRule(rule = "An instance that cannot start without a right says which one",
			guard = "RightMissingFailureAnalyzer.analyze", brokenBy = "leaving out one of the numbers")
	void startThatLacksARightNamesIt() {
		assertThat(explainRead()).contains("Access denied", "weak_user", "weak_rights");
		execute("grant insert on weak_rights.* to " + USER);
		assertThat(explainRead()).contains("lacks a right: SELECT command denied", "weak_user", "concerts");
		execute("grant select on weak_rights.* to " + USER);
		assertThat(explainRead()).isEmpty();
	}

	/** Reads a table, and says what the product would say at the start. */
	private String explainRead() {
		try {
			weakClient().sql("select id from concerts").query(Long.class).list();
			return "";
		}
		catch (DataAccessException failure) {
			return new RightMissingFailureAnalyzer().analyze(failure).getDescription();
		}
	}

	private StoreCheckJob job(boolean migrates, Clock clock) {
		this.meters.clear();
		return new StoreCheckJob(new RedisStateReader(this.redis, clock), databaseReader(migrates, clock),
				new StoreMetrics(this.meters));
	}

	private DatabaseStateReader databaseReader(boolean migrates, Clock clock) {
		return new DatabaseStateReader(weakClient(), clock, new SchemaSettings(migrates));
	}

	private JdbcClient weakClient() {
		return JdbcClient.create(new DriverManagerDataSource(this.schema.url(), "weak_user", PASSWORD));
	}

	private double figure(String name) {
		return this.meters.get(name).tag("store", "database").gauge().value();
	}

	private void dropUser() {
		execute("drop user if exists " + USER);
		execute("drop role if exists " + ROLE);
	}

	private void setPolicy(String policy) {
		this.redis.execute((connection) -> {
			connection.serverCommands().setConfig("maxmemory-policy", policy);
			return null;
		}, true);
	}

	private void execute(String sql) {
		this.jdbc.sql(sql).update();
	}

}
