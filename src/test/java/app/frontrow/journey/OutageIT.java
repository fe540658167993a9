package app.frontrow.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.stores.OnEmbeddedStores;
import app.frontrow.stores.StoreProcess;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A store goes away and comes back. Requests that need it get 503 and change nothing.
 * Afterwards all works without a restart. Programme and queues need no database.
 */
@RunningProduct
@OnEmbeddedStores
@TestPropertySource(properties = "frontrow.queue.capacity=1")
class OutageIT {

	@Autowired
	private Stores stores;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private JdbcClient jdbc;

	private ReconciliationFixture books;

	private ApiClient nobody;

	private ApiClient inside;

	private ApiClient second;

	private ApiClient third;

	private String username;

	private long concert;

	private long show;

	private String held;

	private List<String> before;

	@BeforeEach
	void oneInsideWithAHeldSeatAndTwoWaiting(@LocalServerPort int port, @Autowired CatalogueEditService programme,
			@Autowired CatalogueQueryService catalogue) {
		this.books = new ReconciliationFixture(this.jdbc);
		this.nobody = ApiClient.at(port);
		MemberFixture audience = new MemberFixture(this.jdbc, port);
		this.concert = ConcertFixture.onSale(programme, 1);
		this.show = catalogue.findShows(this.concert).get(0).id();
		this.inside = audience.member().comeIn(this.concert);
		this.username = this.inside.get("/api/v1/members/me").text("username");
		this.inside.charge(500_000).expect(201);
		this.held = this.inside.hold(this.show, 1).expect(201).text("id");
		this.second = waiting(audience.member());
		this.third = waiting(audience.member());
		this.before = this.books.of(this.concert);
	}

	@AfterEach
	void bothStoresRun() {
		for (StoreProcess store : List.of(this.stores.redis(), this.stores.database())) {
			store.resume();
			store.start();
		}
	}

	@Test
	void redisGoesAwayAndComesBack() {
		this.stores.redis().stop();
		List<Function<ApiClient, Answer>> requests = new ArrayList<>(needingBoth());
		requests.add((it) -> it.get("/api/v1/members/me"));
		requests.add((it) -> it.delete("/api/v1/sessions/current"));
		assertUnavailable(requests);
		assertThat(this.books.of(this.concert)).isEqualTo(this.before);
		// public pages need no session
		this.nobody.get("/api/v1/concerts/" + this.concert).expect(200);
		this.nobody.with("Accept", "text/html").get("/concerts/" + this.concert).expect(200);
		assertUnavailablePages(List.of("/", "/concerts/" + this.concert + "/queue", "/me/reservations"));

		this.stores.redis().start();
		assertAllIsAsItWas();
	}

	@Test
	void databaseGoesAwayAndComesBack() {
		this.stores.database().stop();
		List<Function<ApiClient, Answer>> requests = new ArrayList<>(needingTheDatabase());
		requests.add((it) -> it.post("/api/v1/members",
				Map.of("username", "nobody-" + this.concert, "password", "correct horse", "displayName", "Nobody")));
		assertUnavailable(requests);
		this.inside.get("/api/v1/members/me").expect(200);
		assertUnavailablePages(List.of("/me/reservations"));
		assertTheProgrammeIsShownAndTheQueueGoesOn();
		assertThat(new QueueStateReader(this.redis, this.concert).inside()).isEqualTo(1);

		this.stores.database().start();
		assertAllIsAsItWas();
	}

	@Test
	void redisHangsAndGoesOn() {
		this.stores.redis().pause();
		assertUnavailable(List.of((it) -> it.charge(1), (it) -> it.hold(this.show, 2), (it) -> it.pay(this.held),
				ApiClient::place, (it) -> it.join(this.concert)));
		assertThat(this.books.of(this.concert)).isEqualTo(this.before);

		this.stores.redis().resume();
		assertAllIsAsItWas();
	}

	@Test
	void databaseHangsAndGoesOn() {
		this.stores.database().pause();
		assertUnavailable(List.of((it) -> it.charge(1), (it) -> it.hold(this.show, 2), (it) -> it.pay(this.held)));
		assertTheProgrammeIsShownAndTheQueueGoesOn();

		this.stores.database().resume();
		assertAllIsAsItWas();
	}

	@Test
	void bothAreKilledAndComeBack() {
		this.stores.redis().kill();
		this.stores.database().kill();
		assertUnavailable(needingBoth());

		this.stores.redis().start();
		this.stores.database().start();
		assertAllIsAsItWas();
	}

	private List<Function<ApiClient, Answer>> needingBoth() {
		List<Function<ApiClient, Answer>> requests = new ArrayList<>(needingTheDatabase());
		requests.add((it) -> it.join(this.concert));
		requests.add(ApiClient::place);
		requests.add((it) -> it.leave());
		return requests;
	}

	private List<Function<ApiClient, Answer>> needingTheDatabase() {
		return List.of((it) -> it.get("/api/v1/wallet"), (it) -> it.get("/api/v1/wallet/entries"), (it) -> it.charge(1),
				(it) -> it.get("/api/v1/reservations"), (it) -> it.get("/api/v1/reservations/" + this.held),
				(it) -> it.cancel(this.held), (it) -> it.get("/api/v1/payments"), (it) -> it.pay(this.held),
				(it) -> it.hold(this.show, 2), (it) -> it.seats(this.show), (it) -> it.shows(this.concert),
				(it) -> it.with("Authorization", null)
					.post("/api/v1/sessions", Map.of("username", this.username, "password", MemberFixture.PASSWORD)));
	}

	private void assertTheProgrammeIsShownAndTheQueueGoesOn() {
		String concert = "/concerts/" + this.concert;
		assertThat(this.nobody.get("/api/v1" + concert).expect(200).number("seatsLeft")).isEqualTo(50);
		assertThat(this.nobody.get("/api/v1/concerts?status=ON_SALE").expect(200).number("totalItems")).isPositive();
		this.nobody.with("Accept", "text/html").get("/").expect(200);
		this.nobody.with("Accept", "text/html").get(concert).expect(200);
		assertThat(this.inside.status()).isEqualTo("ADMITTED");
		assertThat(this.third.place().expect(200).number("position")).isEqualTo(2);
		this.second.join(this.concert).expect(200);
	}

	private void assertUnavailable(List<Function<ApiClient, Answer>> requests) {
		// a cached answer lives for half a second
		await().until(() -> this.inside.shows(this.concert).status() == 503);
		ConcurrentRunner.call(20, requests.stream().map((request) -> ConcurrentRunner.task(() -> {
			Answer answer = request.apply(this.inside);
			answer.expectProblem(503, "temporarily-unavailable");
			assertThat(answer.header("Retry-After")).as(answer.request()).isEqualTo("3");
			assertThat(answer.number("retryAfterSeconds")).isEqualTo(3);
			return answer;
		})).toList());
	}

	private void assertUnavailablePages(List<String> paths) {
		String session = this.inside.header("Authorization").substring("Bearer ".length());
		ApiClient browser = this.nobody.with("Cookie", "frontrow-session=" + session).with("Accept", "text/html");
		ConcurrentRunner.call(8, paths.stream().map((path) -> ConcurrentRunner.task(() -> {
			Answer answer = browser.get(path).expect(503);
			assertThat(answer.header("Content-Type")).startsWith("text/html");
			assertThat(answer.header("Retry-After")).as(path).isEqualTo("3");
			assertThat(answer.response().body()).contains("</html>").doesNotContain("Exception", "localhost");
			return answer;
		})).toList());
	}

	private void assertAllIsAsItWas() {
		await().untilAsserted(() -> assertThat(this.inside.status()).isEqualTo("ADMITTED"));
		await().untilAsserted(() -> assertThat(this.books.of(this.concert)).isEqualTo(this.before));
		assertThat(List.of(this.second.place().number("position"), this.third.place().number("position")))
			.containsExactly(1L, 2L);
		assertThat(new QueueStateReader(this.redis, this.concert).inside()).isEqualTo(1);
		this.inside.pay(this.held).expect(201);
		assertThat(this.inside.balance()).isEqualTo(350_000);
		await().untilAsserted(() -> assertThat(this.second.status()).isEqualTo("ADMITTED"));
		this.second.hold(this.show, 2).expect(201);
		assertThat(this.third.place().number("position")).isEqualTo(1);
		this.books.audit();
	}

	private ApiClient waiting(ApiClient member) {
		Answer joined = member.join(this.concert).expect(201);
		assertThat(joined.text("status")).isEqualTo("WAITING");
		return member.withQueueToken(joined.text("queueToken"));
	}

}
