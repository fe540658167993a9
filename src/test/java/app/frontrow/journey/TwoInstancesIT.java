package app.frontrow.journey;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Steps that begin on one instance go on on another.
 */
@OutOfProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
class TwoInstancesIT {

	private int first;

	private int second;

	private List<ProductInstance> instances;

	private ReconciliationFixture books;

	private MemberFixture audience;

	private ApiClient admin;

	private long concert;

	@BeforeAll
	void start(@Autowired Stores stores, @Autowired JdbcClient jdbc) {
		this.instances = ProductInstance.startAll(List.of("first", "second"), stores, Map.of());
		this.first = this.instances.get(0).port();
		this.second = this.instances.get(1).port();
		this.books = new ReconciliationFixture(jdbc);
		this.audience = new MemberFixture(jdbc, this.first);
		this.admin = this.audience.admin();
	}

	@AfterAll
	void end() {
		if (this.instances != null) {
			this.instances.forEach(ProductInstance::close);
		}
	}

	@BeforeEach
	void concertOnSale() {
		this.concert = ConcertFixture.onSale(this.admin, 2);
	}

	@Test
	void journeyOverBothInstances() {
		ApiClient visitor = ApiClient.at(this.first).signUpAndLogIn();
		visitor.on(this.second).charge(200_000).expect(201);
		Answer joined = visitor.on(this.second).join(this.concert).expect(201);
		assertThat(visitor.on(this.first).join(this.concert).expect(200).text("queueToken"))
			.isEqualTo(joined.text("queueToken"));
		ApiClient inside = visitor.withQueueToken(joined.text("queueToken"));
		assertThat(inside.on(this.first).status()).isEqualTo("ADMITTED");
		long show = inside.on(this.second).firstShow(this.concert);
		Answer held = inside.on(this.first).hold(show, 7).expect(201);
		assertThat(inside.on(this.second).seats(show).text("/seats/6/status")).isEqualTo("HELD");
		inside.on(this.second).pay(held.text("id")).expect(201);
		inside.on(this.first).pay(held.text("id")).expectProblem(409, "already-paid");
		assertThat(inside.on(this.first).balance()).isEqualTo(50_000);
		assertThat(inside.on(this.first).status()).isEqualTo("COMPLETED");
		await().untilAsserted(
				() -> assertThat(visitor.on(this.first).get("/api/v1/concerts/" + this.concert).number("seatsLeft"))
					.isEqualTo(99));
		this.books.audit();
	}

	@Test
	void sessionEndedOnOneIsRefusedOnTheOther() {
		ApiClient visitor = this.audience.member();
		visitor.on(this.second).get("/api/v1/wallet").expect(200);
		visitor.on(this.first).delete("/api/v1/sessions/current").expect(204);
		visitor.on(this.second).get("/api/v1/wallet").expectProblem(401, "not-authenticated");
		visitor.on(this.second).charge(1).expectProblem(401, "not-authenticated");
	}

	@Test
	void placeLeftOnOneIsLeftOnTheOther() {
		ApiClient inside = this.audience.member().comeIn(this.concert);
		inside.on(this.second).shows(this.concert).expect(200);
		inside.on(this.first).leave().expect(204);
		inside.on(this.second).shows(this.concert).expectProblem(410, "queue-token-expired");
	}

	@Test
	void seatIsHeldOnceWhicheverInstanceIsAsked() {
		List<ApiClient> members = this.audience.inside(15, this.concert);
		long show = members.get(0).firstShow(this.concert);
		List<Callable<Answer>> clicks = IntStream.range(0, 60)
			.mapToObj((i) -> ConcurrentRunner
				.task(() -> members.get(i % 15).on((i % 2 == 0) ? this.first : this.second).hold(show, 25)))
			.toList();
		assertThat(ConcurrentRunner.outcomes(ConcurrentRunner.rush(clicks)))
			.isEqualTo(Map.of("201", 1, "409 seat-taken", 59));
		assertThat(this.books.held(show)).containsExactly(25);
		this.books.audit();
	}

	@Test
	void changeOnOneIsSeenOnTheOther() {
		String title = "Moved " + this.concert;
		ApiClient reader = ApiClient.at(this.second);
		reader.get("/api/v1/concerts/" + this.concert).expect(200);
		this.admin.put("/api/v1/concerts/" + this.concert, ConcertFixture.body(title, 2)).expect(200);
		await().untilAsserted(
				() -> assertThat(reader.get("/api/v1/concerts/" + this.concert).text("title")).isEqualTo(title));
		this.admin.delete("/api/v1/concerts/" + this.concert).expect(204);
		await().untilAsserted(() -> reader.get("/api/v1/concerts/" + this.concert).expectProblem(404, "not-found"));
	}

}
