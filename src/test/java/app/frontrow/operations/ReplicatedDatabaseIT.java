package app.frontrow.operations;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.stores.ReplicatedMySql;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances reach a MySQL primary and its replica by HAProxy. The roles are exchanged
 * while members buy, and exchanged back. HAProxy does not end open connections, so the
 * instances must leave the read-only server by themselves. Then the primary is killed.
 */
@OutOfProcessTest
@Tag("ops")
@EnabledIfEnvironmentVariable(named = "TEST_MYSQLD", matches = ".+", disabledReason = "TEST_MYSQLD names no MySQL")
@EnabledIf(value = "app.frontrow.operations.HaproxyProcess#isInstalled", disabledReason = "HAProxy is not installed")
class ReplicatedDatabaseIT {

	private static final int MEMBERS = 6;

	private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(10);

	private final ReplicatedMySql databases = ReplicatedMySql.start();

	private HaproxyProcess haproxy;

	private List<ProductInstance> instances = List.of();

	private List<ApiClient> members;

	private long concert;

	@BeforeEach
	void start(@Autowired Stores stores, @Autowired StringRedisTemplate redis) throws Exception {
		// each test has new databases, which give the same ids again
		redis.execute((RedisCallback<Void>) (connection) -> {
			connection.serverCommands().flushAll();
			return null;
		});
		this.haproxy = HaproxyProcess.startForDatabases(Path.of("target", "haproxy-mysql"), this.databases.checks());
		Map<String, String> environment = new HashMap<>(stores.environment());
		environment.putAll(MemberLoad.SETTINGS);
		environment.put("SPRING_DATASOURCE_URL", "jdbc:mysql://127.0.0.1:%d/frontrow".formatted(this.haproxy.port()));
		environment.put("SPRING_DATASOURCE_USERNAME", this.databases.user());
		environment.put("SPRING_DATASOURCE_PASSWORD", this.databases.password());
		this.instances = List.of(ProductInstance.start(environment), ProductInstance.start(environment));
		MemberFixture audience = new MemberFixture(this.databases.client(0), this.instances.get(0).port());
		this.concert = ConcertFixture.onSale(audience.admin(), 1);
		this.members = audience.inside(MEMBERS, this.concert);
	}

	@AfterEach
	void end() {
		this.instances.forEach(ProductInstance::close);
		if (this.haproxy != null) {
			this.haproxy.close();
		}
		this.databases.close();
	}

	@Test
	void membersOnlySee503WhileThePrimaryChanges() throws Exception {
		try (MemberLoad load = MemberLoad.start(buyers(), this.concert, List.of())) {
			load.awaitAnswers(50);
			Duration there = exchange(load, 0, 1);
			Duration back = exchange(load, 1, 0);
			System.out.printf("MySQL %s: the last 503 came %d ms and %d ms after the exchange of roles began%n",
					version(0), there.toMillis(), back.toMillis());
			requireOnlyAnOutage(load.finish());
			assertThat(List.of(there, back)).allMatch((outage) -> outage.compareTo(RECOVERS_WITHIN) < 0);
		}
		this.databases.awaitReplica(0, 1);
		new ReconciliationFixture(this.databases.client(0)).audit();
		new ReconciliationFixture(this.databases.client(1)).audit();
		assertThat(ledgerEntries(1)).isEqualTo(ledgerEntries(0)).isPositive();
	}

	@Test
	void nothingIsLostWithThePrimary() throws Exception {
		try (MemberLoad load = MemberLoad.start(buyers(), this.concert, List.of())) {
			load.awaitAnswers(50);
			long killed = System.nanoTime();
			this.databases.server(0).kill();
			this.databases.promote(1);
			load.awaitAnswers(50);
			System.out.printf("MySQL %s: the last 503 came %d ms after the primary was killed%n", version(1),
					load.outageSince(killed).toMillis());
			requireOnlyAnOutage(load.finish());
		}
		new ReconciliationFixture(this.databases.client(1)).audit();
	}

	private List<ApiClient> buyers() {
		return this.members.stream()
			.map((member) -> member.on(this.instances.get(this.members.indexOf(member) % 2).port()))
			.toList();
	}

	private static void requireOnlyAnOutage(Map<String, Long> outcomes) {
		System.out.println("Answers: " + outcomes);
		assertThat(MemberLoad.withoutOutage(outcomes)).containsExactlyInAnyOrder("GET 200", "POST 201", "DELETE 200");
		assertThat(outcomes.keySet()).as("no outage was noticed").hasSizeGreaterThan(3);
	}

	private Duration exchange(MemberLoad load, int from, int to) throws InterruptedException {
		long began = System.nanoTime();
		this.databases.exchange(from, to);
		load.awaitAnswers(50);
		return load.outageSince(began);
	}

	private String version(int server) {
		return this.databases.client(server).sql("select version()").query(String.class).single();
	}

	private long ledgerEntries(int server) {
		return this.databases.client(server).sql("select count(*) from ledger_entries").query(Long.class).single();
	}

}
