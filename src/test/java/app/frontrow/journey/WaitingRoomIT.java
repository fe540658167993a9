package app.frontrow.journey;

import app.frontrow.journey.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Places of a concert that lets in one member at a time, over HTTP. The rules of the
 * queue are tested with its scripts, in {@code waitingroom}.
 */
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.admissions-per-second=1000" })
class WaitingRoomIT extends ProductTest {

	private long concert;

	@BeforeEach
	void concertOnSale() {
		this.concert = ConcertFixture.onSale(this.programme, 1);
	}

	@Test
	void usedTokenIsRefused() {
		ApiClient left = join();
		left.leave().expect(204);
		ApiClient again = left.comeIn(this.concert);
		assertThat(again.header("Queue-Token")).isNotEqualTo(left.header("Queue-Token"));
		assertRefused(left, "LEFT");
		// nor does it end the new place
		left.leave().expect(204);
		assertThat(again.status()).isEqualTo("ADMITTED");
		again.charge(100_000).expect(201);
		again.pay(again.hold(show(), 50).expect(201).text("id")).expect(201);
		assertRefused(again, "COMPLETED");
		again.hold(show(), 49).expectProblem(410, "queue-token-expired");
		ApiClient third = again.comeIn(this.concert);
		assertRefused(again, "COMPLETED");
		assertThat(third.status()).isEqualTo("ADMITTED");
	}

	@Test
	void soldOutConcertEndsEveryPlaceUntilSeatsAreGivenBack() {
		ApiClient last = buyAllButTwoSeats();
		ApiClient waiting = join();
		assertThat(waiting.status()).isEqualTo("WAITING");
		Answer sold = last.hold(show(), 49, 50).expect(201);
		last.pay(sold.text("id")).expect(201);
		await().until(() -> waiting.status().equals("SOLD_OUT"));
		waiting.shows(this.concert).expectProblem(410, "queue-token-expired");
		assertThat(last.get("/api/v1/concerts/" + this.concert).text("status")).isEqualTo("SOLD_OUT");
		waiting.join(this.concert).expectProblem(409, "sold-out");
		this.audience.member().join(this.concert).expectProblem(409, "sold-out");
		// seats that are given back are on sale again
		last.cancel(sold.text("id")).expect(200);
		assertThat(waiting.join(this.concert).expect(201).text("status")).isEqualTo("ADMITTED");
	}

	/** Somebody inside, when 48 of 50 seats are sold. */
	private ApiClient buyAllButTwoSeats() {
		for (int seat = 1; seat < 49; seat += 4) {
			ApiClient buyer = this.audience.member().comeIn(this.concert);
			buyer.charge(600_000).expect(201);
			buyer.pay(buyer.hold(show(), seat, seat + 1, seat + 2, seat + 3).expect(201).text("id")).expect(201);
		}
		ApiClient last = this.audience.member().comeIn(this.concert);
		last.charge(180_000).expect(201);
		return last;
	}

	private void assertRefused(ApiClient used, String status) {
		assertThat(used.status()).isEqualTo(status);
		used.shows(this.concert).expectProblem(410, "queue-token-expired");
		used.seats(show()).expectProblem(410, "queue-token-expired");
	}

	private long show() {
		return this.catalogue.findShows(this.concert).get(0).id();
	}

	private ApiClient join() {
		return this.audience.member().queue(this.concert);
	}

}
