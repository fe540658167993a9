package app.frontrow.money;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request sent again with its key is done once and answered alike.
 */
@Tag("database")
class IdempotencyIT extends ProductTest {

	private static final int CLIENTS = 32;

	private ApiClient member;

	private String key;

	@BeforeEach
	void memberWithAKey() {
		this.member = this.audience.member();
		this.key = UUID.randomUUID().toString();
	}

	@Test
	void manyClientsWithOneKeyTopUpOnce() {
		ApiClient client = this.member.with("Idempotency-Key", this.key);
		List<Answer> answers = ConcurrentRunner.rush(Collections.nCopies(CLIENTS, () -> client.charge(5_000)));

		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isIn(201, 409));
		answers.stream()
			.filter((answer) -> answer.status() == 409)
			.forEach((answer) -> answer.expectProblem(409, "request-in-progress"));
		List<Answer> later = ConcurrentRunner.rush(Collections.nCopies(CLIENTS, () -> client.charge(5_000)));
		assertThat(later).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(201));
		assertThat(later.stream().map((answer) -> answer.response().body()).distinct()).hasSize(1);
		assertThat(client.balance()).isEqualTo(5_000);
		assertThat(client.get("/api/v1/wallet/entries").number("totalItems")).isEqualTo(1);
	}

	@Test
	@ProvesRule(rule = "An idempotency key stands for one content", guard = "IdempotencyService.replay",
			brokenBy = "leaving out the fingerprint")
	void sameKeyWithAnotherBodyIsRefused() {
		ApiClient client = this.member.with("Idempotency-Key", this.key);
		client.charge(5_000).expect(201);
		client.charge(5_001).expectProblem(422, "idempotency-key-reused");
		assertThat(client.balance()).isEqualTo(5_000);
	}

	@Test
	@ProvesRule(rule = "The answer to a request commits together with its work", guard = "IdempotencyService.run",
			brokenBy = "leaving out the record")
	void holdAndPaymentAreAnsweredAsTheFirstTime() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient inside = this.audience.member().queue(show.concertId());
		inside.charge(300_000).expect(201);

		Map<String, Object> seats = Map.of("showId", show.id(), "seatNumbers", List.of(3));
		Answer held = inside.with("Idempotency-Key", this.key).post("/api/v1/reservations", seats).expect(201);
		Map<String, Object> order = Map.of("reservationId", held.text("id"));
		Answer paid = inside.with("Idempotency-Key", this.key).post("/api/v1/payments", order).expect(201);

		Answer heldAgain = inside.with("Idempotency-Key", this.key).post("/api/v1/reservations", seats).expect(201);
		assertThat(heldAgain.response().body()).isEqualTo(held.response().body());
		assertThat(heldAgain.header("Location")).isEqualTo(held.header("Location"));
		Answer paidAgain = inside.with("Idempotency-Key", this.key).post("/api/v1/payments", order).expect(201);
		assertThat(paidAgain.response().body()).isEqualTo(paid.response().body());
		assertThat(inside.balance()).isEqualTo(150_000);
		assertThat(inside.get("/api/v1/reservations").number("totalItems")).isEqualTo(1);
	}

	@Test
	@ProvesRule(rule = "A refusal about seats or money is kept as the answer", guard = "Refusal.isFinal",
			brokenBy = "returning false")
	void refusalAboutSeatsIsTheFirstAnswerToo() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient first = this.audience.member().queue(show.concertId());
		ApiClient second = this.audience.member().queue(show.concertId()).with("Idempotency-Key", this.key);
		Map<String, Object> seats = Map.of("showId", show.id(), "seatNumbers", List.of(3));
		String hold = first.post("/api/v1/reservations", seats).expect(201).text("id");
		second.post("/api/v1/reservations", seats).expectProblem(409, "seat-taken");
		first.cancel(hold).expect(200);

		Answer again = second.post("/api/v1/reservations", seats).expectProblem(409, "seat-taken");
		assertThat(again.number("/seatNumbers/0")).isEqualTo(3);
		second.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/v1/reservations", seats).expect(201);
	}

	@Test
	void holdIsAnsweredAsTheFirstTimeAfterItsEnd() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient keyed = this.audience.member().queue(show.concertId()).with("Idempotency-Key", this.key);
		Map<String, Object> seats = Map.of("showId", show.id(), "seatNumbers", List.of(3));
		Answer held = keyed.post("/api/v1/reservations", seats).expect(201);

		// the seat is free again, and the work could be done once more
		keyed.cancel(held.text("id")).expect(200);
		assertThat(keyed.post("/api/v1/reservations", seats).expect(201).response().body())
			.isEqualTo(held.response().body());
		assertThat(keyed.get("/api/v1/reservations").number("totalItems")).isEqualTo(1);
		assertThat(keyed.get("/api/v1/reservations?status=HELD").number("totalItems")).isZero();
		// the place has ended, so the gate would refuse
		keyed.leave().expect(204);
		assertThat(keyed.post("/api/v1/reservations", seats).expect(201).response().body())
			.isEqualTo(held.response().body());
		// and the same key with other seats is refused all the same
		keyed.hold(show.id(), 4).expectProblem(422, "idempotency-key-reused");
	}

	@Test
	void paymentIsAnsweredAsTheFirstTimeAfterItsRefund() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient keyed = this.audience.member().queue(show.concertId()).with("Idempotency-Key", this.key);
		keyed.charge(300_000).expect(201);
		String held = keyed.hold(show.id(), 3).expect(201).text("id");
		Answer paid = keyed.pay(held).expect(201);
		keyed.cancel(held).expect(200);

		assertThat(keyed.pay(held).expect(201).response().body()).isEqualTo(paid.response().body());
		assertThat(keyed.balance()).isEqualTo(300_000);
	}

	@Test
	void refusedTurnLeavesTheKeyUnused() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient keyed = this.member.with("Idempotency-Key", this.key);
		keyed.hold(show.id(), 3).expectProblem(401, "queue-token-invalid");

		keyed.comeIn(show.concertId()).hold(show.id(), 3).expect(201);
	}

}
