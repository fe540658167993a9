package app.frontrow.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.stores.OnEmbeddedStores;
import app.frontrow.stores.Stores;
import app.frontrow.waitingroom.WaitingRoomService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The database hangs for half a minute. All polls are answered, members are admitted, and
 * a sale opens. The band is 100 places wide.
 */
@RunningProduct
@OnEmbeddedStores
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.admissions-per-second=1",
		"frontrow.queue.absence=20s" })
@Tag("database")
class FrozenDatabaseIT {

	private static final Duration FROZEN = Duration.ofSeconds(30);

	@Autowired
	private Stores stores;

	@Autowired
	private WaitingRoomService waitingRoom;

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
		List<ApiClient> crowd = join(open, 130);
		List<ApiClient> early = join(opening, 10);
		assertThat(crowd.get(0).status()).isEqualTo("ADMITTED");
		assertThat(Instant.now()).as("all joined before the opening").isBefore(opensAt);

		this.stores.database().pause();
		Instant end = Instant.now().plus(FROZEN);
		crowd.get(0).leave().expect(204);
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

		this.stores.database().resume();
		await().until(() -> !ApiClient.at(this.port)
			.get("/api/v1/concerts/" + opening + "/draw")
			.json()
			.at("/entrants")
			.isNull());
		assertThat(ApiClient.at(this.port).get("/api/v1/concerts/" + opening + "/draw").number("entrants"))
			.isEqualTo(10);
	}

	private List<ApiClient> join(long concert, int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> ApiClient.at(this.port)
				.withQueueToken(this.waitingRoom.join(concert, UUID.randomUUID()).place().queueToken()))
			.toList();
	}

}
