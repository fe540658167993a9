package app.frontrow.journey;

import java.util.List;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.journey.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How a place is kept, lost and passed on, in a house for one.
 */
@RunningProduct
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.admissions-per-second=1000" })
class WaitingRoomIT {

	private static final String CURRENT = "/api/v1/queue-tokens/current";

	@Autowired
	private Programme programme;

	@Autowired
	private Catalogue catalogue;

	private Audience audience;

	private long concert;

	@BeforeEach
	void aConcertOnSale(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
		this.audience = new Audience(jdbc, port);
		this.concert = Concerts.onSale(this.programme, 1);
	}

	@Test
	void whoLeavesMakesRoomAtOnce() {
		ApiClient inside = join();
		ApiClient second = join();
		ApiClient third = join();
		assertThat(status(second)).isEqualTo("WAITING");
		inside.delete(CURRENT).expect(204);
		assertThat(status(second)).isEqualTo("ADMITTED");
		assertThat(third.place().number("position")).isEqualTo(1);
	}

	@Test
	void whoLeavesTheQueueMovesTheOthersUp() {
		join();
		ApiClient second = join();
		ApiClient third = join();
		assertThat(third.place().number("position")).isEqualTo(2);
		second.delete(CURRENT).expect(204);
		assertThat(status(second)).isEqualTo("LEFT");
		assertThat(third.place().number("position")).isEqualTo(1);
	}

	@Test
	void aUsedTokenIsNotPlayedAgain() {
		ApiClient left = join();
		left.delete(CURRENT).expect(204);
		ApiClient again = left.comeIn(this.concert);
		assertThat(again.header("Queue-Token")).isNotEqualTo(left.header("Queue-Token"));
		assertRefused(left, "LEFT");
		// nor does it end the new place
		left.delete(CURRENT).expect(204);
		assertThat(status(again)).isEqualTo("ADMITTED");
		long show = this.catalogue.shows(this.concert).get(0).id();
		again.charge(100_000).expect(201);
		again.pay(again.hold(show, 50).expect(201).text("id")).expect(201);
		assertRefused(again, "COMPLETED");
		again.hold(show, 49).expectProblem(410, "queue-token-expired");
		ApiClient third = again.comeIn(this.concert);
		assertRefused(again, "COMPLETED");
		assertThat(status(third)).isEqualTo("ADMITTED");
	}

	@Test
	void theWaitIsEstimatedOnceThereIsSomethingToGoBy() {
		ApiClient inside = join();
		ApiClient second = join();
		ApiClient third = join();
		assertThat(third.place().text("estimatedWaitSeconds")).isNull();
		assertThat(third.place().json().at("/estimatedWaitSeconds").isNull()).isTrue();
		inside.delete(CURRENT).expect(204);
		assertThat(status(second)).isEqualTo("ADMITTED");
		Answer place = third.place();
		assertThat(place.number("/estimatedWaitSeconds/max")).isPositive()
			.isGreaterThanOrEqualTo(place.number("/estimatedWaitSeconds/min"));
		assertThat(place.number("pollAfterMs")).isBetween(1_000L, 36_000L);
	}

	@Test
	void whenTheLastSeatIsSoldEverybodyIsTold() {
		ApiClient last = buyAllButTwoSeats();
		ApiClient waiting = join();
		assertThat(status(waiting)).isEqualTo("WAITING");
		long show = this.catalogue.shows(this.concert).get(0).id();
		Answer sold = last.hold(show, 49, 50).expect(201);
		last.pay(sold.text("id")).expect(201);
		await().until(() -> status(waiting).equals("SOLD_OUT"));
		waiting.get("/api/v1/concerts/" + this.concert + "/shows").expectProblem(410, "queue-token-expired");
		assertThat(last.get("/api/v1/concerts/" + this.concert).text("status")).isEqualTo("SOLD_OUT");
		waiting.join(this.concert).expectProblem(409, "sold-out");
		this.audience.member().join(this.concert).expectProblem(409, "sold-out");
		// seats that are given back are on sale again
		last.delete("/api/v1/reservations/" + sold.text("id")).expect(200);
		assertThat(waiting.join(this.concert).expect(201).text("status")).isEqualTo("ADMITTED");
	}

	/** Somebody inside, when 48 of 50 seats are sold. */
	private ApiClient buyAllButTwoSeats() {
		long show = this.catalogue.shows(this.concert).get(0).id();
		for (int seat = 1; seat < 49; seat += 4) {
			ApiClient buyer = this.audience.member().comeIn(this.concert);
			buyer.charge(600_000).expect(201);
			buyer.pay(buyer.hold(show, seat, seat + 1, seat + 2, seat + 3).expect(201).text("id")).expect(201);
		}
		ApiClient last = this.audience.member().comeIn(this.concert);
		last.charge(180_000).expect(201);
		return last;
	}

	private void assertRefused(ApiClient used, String status) {
		assertThat(status(used)).isEqualTo(status);
		List.of("/api/v1/concerts/" + this.concert + "/shows",
				"/api/v1/shows/" + this.catalogue.shows(this.concert).get(0).id() + "/seats")
			.forEach((door) -> used.get(door).expectProblem(410, "queue-token-expired"));
	}

	private ApiClient join() {
		ApiClient member = this.audience.member();
		return member.withQueueToken(member.join(this.concert).expect(201).text("queueToken"));
	}

	private static String status(ApiClient client) {
		return client.place().expect(200).text("status");
	}

}
