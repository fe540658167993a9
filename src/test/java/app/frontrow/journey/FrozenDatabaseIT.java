package app.frontrow.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.stores.OnEmbeddedStores;
import app.frontrow.stores.Stores;
import app.frontrow.waitingroom.WaitingRoomService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The database hangs for half a minute. All polls are answered, members are admitted, and
 * a sale opens. A hold is refused meanwhile, and no seat is sold twice afterwards. The
 * band is 100 places wide.
 */
@RunningProduct
@OnEmbeddedStores
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.admissions-per-second=1",
		"frontrow.queue.absence=20s" })
class FrozenDatabaseIT {

	private static final Duration FROZEN = Duration.ofSeconds(30);

	@Autowired
	private Stores stores;

	@Autowired
	private WaitingRoomService waitingRoom;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CatalogueEditService programme;

	@LocalServerPort
	private int port;

	@AfterEach
	void goOn() {
		this.stores.database().resume();
	}

	@Test
	void allPollsAreAnsweredAndAdmissionGoesOn() throws InterruptedException {
		long open = ConcertFixture.onSale(this.programme, 1);
		Instant opensAt = Instant.now().plusSeconds(20);
		long opening = this.programme.register(ConcertFixture.draft(opensAt, 1));
		long selling = ConcertFixture.onSale(this.programme, 1);
		List<ApiClient> buyers = new MemberFixture(this.jdbc, this.port).members(2);
		ApiClient buyer = buyers.get(0).comeIn(selling).with("Idempotency-Key", UUID.randomUUID().toString());
		ApiClient rival = buyers.get(1).queue(selling);
		long show = buyer.firstShow(selling);
		List<ApiClient> crowd = join(open, 130);
		List<ApiClient> early = join(opening, 10);
		assertThat(crowd.get(0).status()).isEqualTo("ADMITTED");
		assertThat(Instant.now()).as("all joined before the opening").isBefore(opensAt);

		this.stores.database().pause();
		Instant end = Instant.now().plus(FROZEN);
		crowd.get(0).leave().expect(204);
		CompletableFuture<Answer> refused = CompletableFuture.supplyAsync(() -> buyer.hold(show, 7));
		int polls = 0;
		while (Instant.now().isBefore(end)) {
			for (ApiClient member : Stream.concat(early.stream(), Stream.of(crowd.get(1), crowd.get(2), crowd.get(129)))
				.toList()) {
				long begin = System.nanoTime();
				member.place().expect(200);
				assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
				polls++;
			}
			ApiClient.at(this.port).get("/api/v1/concerts/" + open + "/queue").expect(200);
			Thread.sleep(500);
		}
		assertThat(polls).isGreaterThan(200);
		assertThat(crowd.get(1).status()).isEqualTo("ADMITTED");
		assertThat(early).extracting(ApiClient::status).contains("ADMITTED");

		refused.join().expectProblem(503, "temporarily-unavailable");

		this.stores.database().resume();
		assertSoldOnce(buyer, rival, show);
		await().until(() -> !ApiClient.at(this.port)
			.get("/api/v1/concerts/" + opening + "/draw")
			.json()
			.at("/entrants")
			.isNull());
		assertThat(ApiClient.at(this.port).get("/api/v1/concerts/" + opening + "/draw").number("entrants"))
			.isEqualTo(10);
	}

	/**
	 * The buyer repeats the hold and pays. The rival comes in then, and wants the same
	 * seat.
	 */
	private void assertSoldOnce(ApiClient buyer, ApiClient rival, long show) {
		Answer held = await().until(() -> buyer.hold(show, 7), (answer) -> answer.status() == 201);
		buyer.with("Idempotency-Key", null).charge(150_000).expect(201);
		buyer.with("Idempotency-Key", null).pay(held.text("id")).expect(201);
		await().until(() -> rival.status().equals("ADMITTED"));
		rival.hold(show, 7).expect(409);
		rival.hold(show, 8).expect(201);
		assertThat(this.jdbc.sql("select count(*) from seats where show_id = ? and status = 'SOLD'")
			.param(show)
			.query(Long.class)
			.single()).isEqualTo(1);
		new ReconciliationFixture(this.jdbc).audit();
	}

	private List<ApiClient> join(long concert, int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> ApiClient.at(this.port)
				.withQueueToken(this.waitingRoom.join(concert, UUID.randomUUID()).place().queueToken()))
			.toList();
	}

}
