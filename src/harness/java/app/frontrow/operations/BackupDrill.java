package app.frontrow.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.ProductInstance;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.stores.Stores;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
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

	private final LettuceConnectionFactory connections;

	private final StringRedisTemplate redis;

	private BackupDrill(Stores stores) {
		this.stores = stores;
		this.jdbc = JdbcClient
			.create(new DriverManagerDataSource(stores.jdbcUrl(), stores.jdbcUser(), stores.jdbcPassword()));
		this.connections = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(stores.redisUrl()));
		this.connections.afterPropertiesSet();
		this.connections.start();
		this.redis = new StringRedisTemplate(this.connections);
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
			List<ApiClient> kept = new ArrayList<>(List.of(buy(audience.member(), concert, 1)));
			long began = System.nanoTime();
			shell("mariadb-dump %s --single-transaction --master-data=2 --databases frontrow >dump.sql");
			System.out.printf("dump: %d kB in %d ms%n", Files.size(FOLDER.resolve("dump.sql")) / 1024, since(began));
			kept.add(buy(audience.member(), concert, 2));
			Counts atMoment = Counts.read(this.jdbc);
			TimeUnit.SECONDS.sleep(2);
			String moment = this.jdbc.sql("select date_format(now(), '%Y-%m-%d %H:%i:%s')")
				.query(String.class)
				.single();
			TimeUnit.SECONDS.sleep(2);
			LostMembers lost = LostMembers.create(instance.port(), buy(audience.member(), concert, 3), audience,
					ConcertFixture.onSale(admin, 1));
			Counts atLoss = Counts.read(this.jdbc);
			instance.stop();
			copyBinaryLogs();

			this.stores.database().kill();
			this.stores.database().erase();
			began = System.nanoTime();
			restore(moment);
			instance.start();
			System.out.printf("recovery: %d ms from an empty database to a ready instance, with the newer Redis%n",
					since(began));
			Counts restored = Counts.read(this.jdbc);
			System.out.println("lost: " + atLoss.minus(restored));
			require(restored.equals(atMoment), "the database is not that of the moment: " + restored);
			kept.forEach((member) -> member.get("/api/v1/wallet").expect(200));
			lost.requireLoggedOut();
			System.out.println("lost members are logged out, the others are still logged in");
			checkReusedConcert(lost, new MemberFixture(this.jdbc, instance.port()));
			this.connections.destroy();
		}
	}

	/** A concert gets the id of a lost one, whose queue Redis still has. */
	private void checkReusedConcert(LostMembers lost, MemberFixture audience) {
		ApiClient admin = audience.admin();
		require(this.redis.hasKey(lost.queueKey("numbers")), "Redis has not kept the queue of the lost concert");
		long next = ConcertFixture.onSale(admin, 1);
		require(next == lost.concert(), "concert " + next + " has another id than the lost one " + lost.concert());
		require("ADMITTED".equals(audience.member().join(next).expect(201).text("status")),
				"the first was not admitted");
		long members = this.redis.opsForHash().size(lost.queueKey("numbers"));
		require(members == 1, "concert " + next + " has inherited a queue of " + members);
		System.out.printf("concert %d has the id of a lost one with a queue of %d; its queue began empty%n", next,
				LostMembers.QUEUE);
		checkBooks(admin);
	}

	private void checkBooks(ApiClient admin) {
		Answer report = admin.get("/api/v1/admin/reconciliation").expect(200);
		require(report.json().at("/consistent").booleanValue(), report.response().body());
		new ReconciliationFixture(this.jdbc).audit();
	}

	private static void require(boolean condition, String failure) {
		if (!condition) {
			throw new IllegalStateException(failure);
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

	/**
	 * How many rows the database has of each kind.
	 */
	private record Counts(Map<String, Long> rows) {

		private static final Map<String, String> TABLES = Map.of("members", "members", "paid orders",
				"payments where status = 'PAID'", "ledger entries", "ledger_entries", "concerts", "concerts",
				"sold seats", "seats where status = 'SOLD'");

		static Counts read(JdbcClient jdbc) {
			Map<String, Long> rows = new TreeMap<>();
			TABLES.forEach((name, table) -> rows.put(name,
					jdbc.sql("select count(*) from " + table).query(Long.class).single()));
			return new Counts(rows);
		}

		/** What is lost, for people. */
		String minus(Counts other) {
			return this.rows.entrySet()
				.stream()
				.map((row) -> (row.getValue() - other.rows.get(row.getKey())) + " of " + row.getValue() + " "
						+ row.getKey())
				.collect(Collectors.joining(", "));
		}

	}

}
