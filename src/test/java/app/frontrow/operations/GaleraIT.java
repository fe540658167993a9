package app.frontrow.operations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.GaleraCluster;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three instances write to three nodes of Galera, each to its own. A row lock does not
 * reach the other nodes, so whoever loses a race learns of it at the commit.
 */
@OutOfProcessTest
@Tag("ops")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "app.frontrow.stores.GaleraCluster#isInstalled", disabledReason = "galera-4 is not installed")
class GaleraIT {

	private static final int MEMBERS = 24;

	private static final int SEATS = 30;

	private static final int TOP_UPS = 60;

	private final AtomicInteger repeats = new AtomicInteger();

	private final List<ProductInstance> instances = new ArrayList<>();

	private GaleraCluster databases;

	private MemberFixture audience;

	private long concert;

	@BeforeAll
	void start(@Autowired Stores stores) {
		this.databases = GaleraCluster.start();
		for (int node = 0; node < this.databases.size(); node++) {
			Map<String, String> environment = new HashMap<>(stores.environment());
			environment.putAll(MemberLoad.SETTINGS);
			environment.put("SPRING_DATASOURCE_URL", this.databases.url(node));
			environment.put("SPRING_DATASOURCE_USERNAME", this.databases.user());
			environment.put("SPRING_DATASOURCE_PASSWORD", this.databases.password());
			this.instances.add(ProductInstance.start(environment));
		}
		this.audience = new MemberFixture(this.databases.client(0), this.instances.get(0).port());
		this.concert = ConcertFixture.onSale(this.audience.admin(), 1);
	}

	@AfterAll
	void end() {
		this.instances.forEach(ProductInstance::close);
		if (this.databases != null) {
			System.out.printf("Transactions that another node made fail: %s; requests that were sent again: %s%n",
					IntStream.range(0, this.databases.size()).mapToObj(this.databases::certificationFailures).toList(),
					this.repeats);
			new ReconciliationFixture(this.databases.client(0)).audit();
			this.databases.close();
		}
	}

	@Test
	void seatHasOneOwner() {
		List<ApiClient> members = this.audience.inside(MEMBERS, this.concert);
		long show = members.get(0).firstShow(this.concert);
		for (int seat = 1; seat <= SEATS; seat++) {
			int wanted = seat;
			List<Answer> answers = ConcurrentRunner.rush(IntStream.range(0, MEMBERS)
				.mapToObj((number) -> ConcurrentRunner
					.task(() -> ask(number, members.get(number), (member) -> member.hold(show, wanted))))
				.toList());
			assertThat(answers.stream().filter((answer) -> answer.status() == 201)).as("seat " + seat).hasSize(1);
			assertThat(ConcurrentRunner.outcomes(answers).keySet()).isSubsetOf("201", "409 seat-taken",
					"409 seat-limit-exceeded");
		}
	}

	@Test
	void topUpsOfOneMemberAreAllThere() {
		ApiClient member = this.audience.member();
		List<Answer> answers = ConcurrentRunner.rush(IntStream.range(0, TOP_UPS)
			.mapToObj((number) -> ConcurrentRunner.task(() -> ask(number, member, (window) -> window.charge(1_000))))
			.toList());
		assertThat(ConcurrentRunner.outcomes(answers)).isEqualTo(Map.of("201", TOP_UPS));
		assertThat(member.balance()).isEqualTo(TOP_UPS * 1_000L);
	}

	@Test
	@ProvesRule(rule = "The limit of seats holds also if a database has several writing nodes",
			guard = "SeatRepository.lockAllowance", brokenBy = "updating a column to the value it has")
	void memberWithManyWindowsGetsFourSeats() {
		long other = ConcertFixture.onSale(this.audience.admin(), 1);
		ApiClient member = this.audience.inside(1, other).get(0);
		long show = member.firstShow(other);
		List<Callable<Answer>> clicks = IntStream.rangeClosed(1, 20)
			.mapToObj((seat) -> ConcurrentRunner.task(() -> ask(seat, member, (window) -> window.hold(show, seat))))
			.toList();
		assertThat(ConcurrentRunner.outcomes(ConcurrentRunner.rush(clicks)))
			.isEqualTo(Map.of("201", 4, "409 seat-limit-exceeded", 16));
	}

	/** Asks the instance of this number, with one key until it is known what was done. */
	private Answer ask(int number, ApiClient member, Request request) {
		ApiClient window = member.on(this.instances.get(number % this.instances.size()).port())
			.with("Idempotency-Key", UUID.randomUUID().toString());
		Answer answer = request.send(window);
		while (answer.status() == 503 || "request-in-progress".equals(answer.text("code"))) {
			this.repeats.incrementAndGet();
			answer = request.send(window);
		}
		return answer;
	}

	private interface Request {

		Answer send(ApiClient window);

	}

}
