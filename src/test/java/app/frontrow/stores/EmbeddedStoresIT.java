package app.frontrow.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = EmbeddedStoresIT.Clients.class)
@TestPropertySource(properties = { "spring.datasource.hikari.connection-timeout=1000", "spring.data.redis.timeout=1s" })
@OnEmbeddedStores
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@Tag("database")
class EmbeddedStoresIT {

	private static final String TEXT = "앞자리 🎫 Zürich";

	@Autowired
	Stores stores;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	StringRedisTemplate redis;

	@AfterEach
	void restore() {
		this.stores.database().start();
		this.stores.redis().start();
		eventually(() -> this.jdbc.sql("drop table if exists stores_probe").update());
		eventually(() -> this.redis.delete("stores:probe"));
	}

	@Test
	void databaseHasTheSettingsOfProduction() {
		assertThat(variable("@@transaction_isolation")).isEqualTo("READ-COMMITTED");
		assertThat(variable("@@innodb_print_all_deadlocks")).isEqualTo("1");
		assertThat(variable("@@character_set_database")).isEqualTo("utf8mb4");
		assertThat(variable("@@max_connections")).isEqualTo("1000");
		assertThat(variable("@@bind_address")).isEqualTo("127.0.0.1");
	}

	@Test
	void textOfAnyScriptSurvivesARestartOfTheDatabase() {
		this.jdbc.sql("create table stores_probe (text varchar(40))").update();
		this.jdbc.sql("insert into stores_probe values (?)").param(TEXT).update();
		int port = this.stores.database().port();

		this.stores.database().stop();
		assertThat(this.stores.database().isRunning()).isFalse();
		assertThatThrownBy(() -> variable("1")).isInstanceOf(Exception.class);
		this.stores.database().start();

		assertThat(this.stores.database().port()).isEqualTo(port);
		eventually(() -> assertThat(this.jdbc.sql("select text from stores_probe").query(String.class).single())
			.isEqualTo(TEXT));
	}

	@Test
	void killedRedisKeepsItsDataAndErasedRedisDoesNot() {
		this.redis.opsForValue().set("stores:probe", TEXT);

		this.stores.redis().kill();
		this.stores.redis().start();
		eventually(() -> assertThat(this.redis.opsForValue().get("stores:probe")).isEqualTo(TEXT));

		this.stores.redis().stop();
		this.stores.redis().erase();
		this.stores.redis().start();
		eventually(() -> assertThat(this.redis.opsForValue().get("stores:probe")).isNull());
	}

	@Test
	void frozenRedisAnswersOnlyWhenItIsResumed() {
		this.redis.opsForValue().set("stores:probe", TEXT);

		this.stores.redis().pause();
		assertThatThrownBy(() -> this.redis.opsForValue().get("stores:probe")).isInstanceOf(Exception.class);
		this.stores.redis().resume();

		eventually(() -> assertThat(this.redis.opsForValue().get("stores:probe")).isEqualTo(TEXT));
	}

	@Test
	void runningStoreIsNotErased() {
		assertThatThrownBy(() -> this.stores.redis().erase()).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void databaseWritesItsLogIntoItsFolder() throws IOException {
		assertThat(Files.readString(this.stores.database().log())).contains("ready for connections");
	}

	@Test
	void leftoverProcessIsEndedByTheNextStart() throws Exception {
		Process orphan = new ProcessBuilder("sleep", "60").start();
		PidFile file = new PidFile(Files.createTempFile("orphan", ".pid"));
		file.write(orphan.toHandle());

		file.endProcess();

		assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
		assertThat(file.path()).doesNotExist();
	}

	@Test
	void otherProcessWithTheSameNumberIsNotEnded() throws Exception {
		Process bystander = new ProcessBuilder("sleep", "60").start();
		try {
			PidFile file = new PidFile(Files.createTempFile("orphan", ".pid"));
			long longAgo = System.currentTimeMillis() - Duration.ofHours(1).toMillis();
			Files.writeString(file.path(), bystander.pid() + " " + longAgo);

			file.endProcess();

			assertThat(bystander.isAlive()).isTrue();
		}
		finally {
			bystander.destroyForcibly();
		}
	}

	/** The clients may need some attempts until they are connected again. */
	private static void eventually(ThrowingRunnable step) {
		await().pollInterval(Duration.ofMillis(100)).ignoreExceptions().untilAsserted(step);
	}

	private String variable(String expression) {
		return this.jdbc.sql("select " + expression).query(String.class).single();
	}

	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class, DataRedisAutoConfiguration.class })
	static class Clients {

	}

}
