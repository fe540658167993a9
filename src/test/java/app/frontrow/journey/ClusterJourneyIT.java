package app.frontrow.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.stores.OnRedisCluster;
import app.frontrow.stores.RedisCluster;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances on a Redis Cluster serve several concerts, wherever the cluster keeps
 * each.
 */
@OutOfProcessTest
@OnRedisCluster
class ClusterJourneyIT {

	private static final int CONCERTS = 8;

	@Autowired
	private JdbcClient jdbc;

	private List<ProductInstance> instances = List.of();

	@BeforeEach
	void start(@Autowired Stores stores, @Autowired RedisCluster cluster) {
		Map<String, String> environment = new HashMap<>(stores.environment());
		environment.remove("SPRING_DATA_REDIS_URL");
		environment.put("SPRING_DATA_REDIS_CLUSTER_NODES", cluster.addresses());
		environment.put("SPRING_DATA_REDIS_PASSWORD", cluster.password());
		environment.put("FRONTROW_QUEUE_CAPACITY", "1");
		this.instances = ProductInstance.startAll(List.of("north", "south"), environment);
	}

	@AfterEach
	void end() {
		this.instances.forEach(ProductInstance::close);
	}

	@Test
	void journeyOverBothInstances() throws IOException {
		MemberFixture audience = new MemberFixture(this.jdbc, port(0));
		ApiClient admin = audience.admin();
		List<Long> concerts = IntStream.range(0, CONCERTS).mapToObj((i) -> ConcertFixture.onSale(admin, 1)).toList();
		List<ApiClient> members = audience.members(2 * CONCERTS);

		for (int i = 0; i < CONCERTS; i++) {
			buyWhileTheOtherWaits(concerts.get(i), members.get(2 * i).on(port(0)), members.get(2 * i + 1).on(port(1)));
		}
		PageClient browser = PageClient.at(port(1)).signUpAndLogIn();
		assertThat(browser.get("/me/wallet").statusCode()).isEqualTo(200);
		ApiClient leaver = members.get(0);
		leaver.on(port(1)).delete("/api/v1/sessions/current").expect(204);
		leaver.on(port(0)).get("/api/v1/wallet").expectProblem(401, "not-authenticated");

		restartWithoutAMember(members.get(1));

		new ReconciliationFixture(this.jdbc).audit();
		for (ProductInstance instance : this.instances) {
			assertThat(Files.readString(instance.log())).doesNotContain("CROSSSLOT", " ERROR ");
		}
	}

	/** The database was restored and does not have a member who is logged in. */
	private void restartWithoutAMember(ApiClient lost) {
		String username = lost.on(port(0)).get("/api/v1/members/me").expect(200).text("username");
		ApiClient other = new MemberFixture(this.jdbc, port(0)).member();
		this.jdbc.sql("delete from members where username = ?").param(username).update();

		this.instances.get(1).stop();
		this.instances.get(1).start();

		lost.on(port(0)).get("/api/v1/members/me").expectProblem(401, "not-authenticated");
		other.on(port(1)).get("/api/v1/members/me").expect(200);
	}

	private static void buyWhileTheOtherWaits(long concert, ApiClient buyer, ApiClient other) {
		ApiClient inside = buyer.comeIn(concert);
		Answer joined = other.join(concert).expect(201);
		assertThat(joined.number("position")).isEqualTo(1);
		ApiClient next = other.withQueueToken(joined.text("queueToken"));
		long show = inside.firstShow(concert);
		inside.charge(150_000).expect(201);
		inside.pay(inside.hold(show, 1).expect(201).text("id")).expect(201);
		await().until(() -> next.status().equals("ADMITTED"));
		assertThat(inside.status()).isEqualTo("COMPLETED");
	}

	private int port(int instance) {
		return this.instances.get(instance).port();
	}

}
