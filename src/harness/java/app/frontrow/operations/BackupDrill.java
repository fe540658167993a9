package app.frontrow.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.ProductInstance;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.stores.Stores;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Rehearses the loss of the database, as docs/runbook.md tells to restore it: a dump, the
 * binary log up to a moment T, and a Redis that is newer. It prints how long the recovery
 * took and what was lost. It fails if anything else is wrong.
 */
public final class BackupDrill {

	private static final Path FOLDER = Path.of("target", "backup-drill");

	private final Stores stores;

	private final JdbcClient jdbc;

	private BackupDrill(Stores stores) {
		this.stores = stores;
		this.jdbc = JdbcClient
			.create(new DriverManagerDataSource(stores.jdbcUrl(), stores.jdbcUser(), stores.jdbcPassword()));
	}

	/**
	 * Runs it; the exit status tells whether all was as expected.
	 * @param args none
	 * @throws Exception if a program is missing, or a check fails
	 */
	public static void main(String[] args) throws Exception {
		Files.createDirectories(FOLDER);
		Stores stores = Stores.forBackupDrill(Path.of(".frontrow"), FOLDER).open();
		try (stores) {
			new BackupDrill(stores).run();
		}
		System.out.println("The drill has passed.");
		System.exit(0);
	}

	private void run() throws Exception {
		ProductInstance instance = ProductInstance.start(this.stores.environment());
		try (instance) {
			MemberFixture audience = new MemberFixture(this.jdbc, instance.port());
			ApiClient admin = audience.admin();
			long concert = ConcertFixture.onSale(admin, 1);
			ApiClient early = buy(audience.member(), concert, 1);
			long began = System.nanoTime();
			shell("mariadb-dump %s --single-transaction --master-data=2 --databases frontrow >dump.sql");
			System.out.printf("dump: %d kB in %d ms%n", Files.size(FOLDER.resolve("dump.sql")) / 1024, since(began));
			ApiClient logged = buy(audience.member(), concert, 2);
			TimeUnit.SECONDS.sleep(2);
			String moment = this.jdbc.sql("select date_format(now(), '%Y-%m-%d %H:%i:%s')")
				.query(String.class)
				.single();
			TimeUnit.SECONDS.sleep(2);
			ApiClient late = buy(audience.member(), concert, 3);
			long lateConcert = ConcertFixture.onSale(admin, 1);
			late.with("Queue-Token", null).queue(lateConcert);
			instance.stop();
			copyBinaryLogs();

			this.stores.database().kill();
			this.stores.database().erase();
			began = System.nanoTime();
			restore(moment);
			instance.start();
			System.out.printf("recovery: %d ms from an empty database to a ready instance%n", since(began));
			check(List.of(early, logged, late), new MemberFixture(this.jdbc, instance.port()));
			new ReconciliationFixture(this.jdbc).audit();
		}
	}

	private static ApiClient buy(ApiClient member, long concert, int seat) {
		ApiClient inside = member.comeIn(concert);
		inside.charge(200_000).expect(201);
		inside.pay(inside.hold(inside.firstShow(concert), seat).expect(201).text("id")).expect(201);
		return inside;
	}

	private void copyBinaryLogs() throws IOException, InterruptedException {
		String base = this.jdbc.sql("select @@log_bin_basename").query(String.class).single();
		shell("rm -f binlog.* && cp " + base + ".0* .");
	}

	/** What the runbook says, step by step. */
	private void restore(String moment) throws IOException, InterruptedException {
		this.stores.database().start();
		shell("mariadb %s <dump.sql");
		// the dump names the file and the position at which it was taken
		shell("set -- $(sed -n \"s/^-- CHANGE MASTER TO MASTER_LOG_FILE='\\([^']*\\)', MASTER_LOG_POS=\\([0-9]*\\).*/\\1 \\2/p\" dump.sql)"
				+ " && TZ=UTC mariadb-binlog --start-position=$2 --stop-datetime='" + moment
				+ "' $(ls binlog.0* | sed -n \"/$1/,\\$p\") | mariadb %s");
		LettuceConnectionFactory redis = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(this.stores.redisUrl()));
		redis.afterPropertiesSet();
		redis.start();
		redis.getConnection().serverCommands().flushAll();
		redis.destroy();
	}

	private void check(List<ApiClient> loggedIn, MemberFixture audience) {
		loggedIn.forEach((member) -> member.get("/api/v1/members/me").expectProblem(401, "not-authenticated"));
		expect("members", 3, "select count(*) from members");
		expect("paid orders", 2, "select count(*) from payments where status = 'PAID'");
		expect("sold seats", 2, "select count(*) from seats where status = 'SOLD'");
		expect("concerts", 1, "select count(*) from concerts");
		long next = ConcertFixture.onSale(audience.admin(), 1);
		// a new concert may get the number of a lost one
		if (!audience.member().join(next).expect(201).text("status").equals("ADMITTED")) {
			throw new IllegalStateException("concert " + next + " has inherited a queue");
		}
		System.out.println("lost: what was done after T, here 1 member with 1 paid order, and 1 concert with its queue."
				+ " Everybody logs in again.");
	}

	private void expect(String what, long number, String sql) {
		long found = this.jdbc.sql(sql).query(Long.class).single();
		System.out.printf("%s: %d%n", what, found);
		if (found != number) {
			throw new IllegalStateException("%s: %d instead of %d".formatted(what, found, number));
		}
	}

	/** Runs a line of shell in the drill's folder; {@code %s} is the connection. */
	private void shell(String line) throws IOException, InterruptedException {
		String address = this.stores.jdbcUrl().replaceFirst(".*://([^:/]+):(\\d+)/.*", "--host=$1 --port=$2");
		ProcessBuilder builder = new ProcessBuilder("bash", "-o", "pipefail", "-ec",
				line.replace("%s",
						"--no-defaults --protocol=tcp --skip-ssl " + address + " --user=" + this.stores.jdbcUser()))
			.directory(FOLDER.toFile())
			.inheritIO();
		builder.environment().putAll(Map.of("MYSQL_PWD", this.stores.jdbcPassword()));
		int status = builder.start().waitFor();
		if (status != 0) {
			throw new IllegalStateException("status " + status + " of: " + line);
		}
	}

	private static long since(long began) {
		return Duration.ofNanos(System.nanoTime() - began).toMillis();
	}

}
