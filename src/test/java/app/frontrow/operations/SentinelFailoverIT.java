package app.frontrow.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.stores.RedisSentinels;
import app.frontrow.stores.StoreProcess;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances on a Redis master with a replica and three sentinels. The master is
 * killed, comes back as a replica, and gets its role back, while members buy and wait.
 */
@OutOfProcessTest
@Tag("ops")
@DisabledIfEnvironmentVariable(named = "TEST_REDIS_URL", matches = ".+",
		disabledReason = "TEST_REDIS_URL names a Redis, and the test starts servers of its own")
class SentinelFailoverIT {

	private static final int CAPACITY = 4;

	private final RedisSentinels redis = RedisSentinels.start();

	private List<ProductInstance> instances = List.of();

	private MemberFixture audience;

	private long concert;

	@BeforeEach
	void start(@Autowired Stores stores, @Autowired JdbcClient jdbc) {
		Map<String, String> environment = new HashMap<>(stores.environment());
		environment.putAll(MemberLoad.SETTINGS);
		environment.remove("SPRING_DATA_REDIS_URL");
		environment.put("SPRING_DATA_REDIS_SENTINEL_NODES", this.redis.addresses());
		environment.put("SPRING_DATA_REDIS_SENTINEL_MASTER", RedisSentinels.MASTER);
		environment.put("SPRING_DATA_REDIS_PASSWORD", this.redis.password());
		environment.put("FRONTROW_QUEUE_CAPACITY", String.valueOf(CAPACITY));
		this.instances = List.of(ProductInstance.start(environment), ProductInstance.start(environment));
		this.audience = new MemberFixture(jdbc, this.instances.get(0).port());
		this.concert = ConcertFixture.onSale(this.audience.admin(), 1);
	}

	@AfterEach
	void end() {
		this.instances.forEach(ProductInstance::close);
		this.redis.close();
	}

	@Test
	void sessionsQueueAndAdmissionGoOnAfterAFailover(@Autowired JdbcClient jdbc) throws Exception {
		List<ApiClient> inside = onBothInstances(this.audience.inside(CAPACITY, this.concert));
		List<ApiClient> waiting = onBothInstances(
				this.audience.members(CAPACITY).stream().map((member) -> member.queue(this.concert)).toList());
		try (MemberLoad load = MemberLoad.start(inside, this.concert, waiting)) {
			load.awaitAnswers(50);
			StoreProcess first = this.redis.master();
			long killed = System.nanoTime();
			first.kill();
			await().until(() -> this.redis.master() != first);
			load.awaitAnswers(50);
			long afterKill = load.outageSince(killed).toMillis();

			first.start();
			long exchanged = System.nanoTime();
			this.redis.exchange();
			load.awaitAnswers(50);
			System.out.printf("Redis %s: the last 503 came %d ms after the kill, %d ms after the exchange of roles%n",
					this.redis.version(), afterKill, load.outageSince(exchanged).toMillis());
			assertThat(this.redis.master()).isSameAs(first);

			assertThat(positions(waiting)).containsExactly(1L, 2L, 3L, 4L);
			Map<String, Long> outcomes = load.finish();
			System.out.println("Answers during two failovers: " + outcomes);
			assertThat(MemberLoad.withoutOutage(outcomes)).containsExactlyInAnyOrder("GET 200", "POST 201",
					"DELETE 200");
			assertThat(outcomes.keySet()).as("no outage was noticed").hasSizeGreaterThan(3);
		}
		inside.get(0).leave().expect(204);
		inside.get(1).leave().expect(204);
		await().until(() -> statuses(waiting).equals(List.of("ADMITTED", "ADMITTED", "WAITING", "WAITING")));
		assertThat(statuses(inside.subList(2, CAPACITY))).containsOnly("ADMITTED");
		new ReconciliationFixture(jdbc).audit();
	}

	private List<ApiClient> onBothInstances(List<ApiClient> members) {
		return Stream.iterate(0, (i) -> i < members.size(), (i) -> i + 1)
			.map((i) -> members.get(i).on(this.instances.get(i % 2).port()))
			.toList();
	}

	private static List<Long> positions(List<ApiClient> members) {
		return members.stream().map((member) -> member.place().expect(200).number("position")).toList();
	}

	private static List<String> statuses(List<ApiClient> members) {
		return members.stream().map(ApiClient::status).toList();
	}

}
