package app.frontrow.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.Concerts;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same request sent again, at once and later: done once, answered alike.
 */
@RunningProduct
@Tag("database")
class IdempotencyIT {

	private static final int CLIENTS = 32;

	@LocalServerPort
	private int port;

	@Autowired
	private Programme programme;

	@Autowired
	private Catalogue catalogue;

	private ApiClient member;

	private String key;

	@BeforeEach
	void aMemberWithAKey() {
		this.member = ApiClient.at(this.port).signUpAndLogIn();
		this.key = UUID.randomUUID().toString();
	}

	@Test
	void manyClientsWithOneKeyTopUpOnce() throws Exception {
		ApiClient client = this.member.with("Idempotency-Key", this.key);
		List<Answer> answers = together(() -> client.post("/api/v1/wallet/charges", Map.of("amount", 5_000)));

		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isIn(201, 409));
		answers.stream()
			.filter((answer) -> answer.status() == 409)
			.forEach((answer) -> answer.expectProblem(409, "request-in-progress"));
		List<Answer> later = together(() -> client.post("/api/v1/wallet/charges", Map.of("amount", 5_000)));
		assertThat(later).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(201));
		assertThat(later.stream().map((answer) -> answer.response().body()).distinct()).hasSize(1);
		assertThat(client.get("/api/v1/wallet").number("balance")).isEqualTo(5_000);
		assertThat(client.get("/api/v1/wallet/entries").number("totalItems")).isEqualTo(1);
	}

	@Test
	@ProvesRule(rule = "An idempotency key stands for one content", guard = "IdempotentRequests.replay",
			brokenBy = "leaving out the fingerprint")
	void anotherBodyWithTheSameKeyIsRefused() {
		ApiClient client = this.member.with("Idempotency-Key", this.key);
		client.post("/api/v1/wallet/charges", Map.of("amount", 5_000)).expect(201);
		client.post("/api/v1/wallet/charges", Map.of("amount", 5_001)).expectProblem(422, "idempotency-key-reused");
		assertThat(client.get("/api/v1/wallet").number("balance")).isEqualTo(5_000);
	}

	@Test
	void aKeyIsTheMembersOwn() {
		this.member.with("Idempotency-Key", this.key)
			.post("/api/v1/wallet/charges", Map.of("amount", 5_000))
			.expect(201);
		ApiClient other = ApiClient.at(this.port).signUpAndLogIn().with("Idempotency-Key", this.key);
		other.post("/api/v1/wallet/charges", Map.of("amount", 7_000)).expect(201);
		assertThat(other.get("/api/v1/wallet").number("balance")).isEqualTo(7_000);
	}

	@Test
	void aKeyThatIsNoKeyIsRefused() {
		ApiClient client = this.member.with("Idempotency-Key", "k".repeat(256));
		assertThat(client.post("/api/v1/wallet/charges", Map.of("amount", 5_000))
			.expectProblem(400, "validation-failed")
			.text("/errors/0/field")).isEqualTo("Idempotency-Key");
		assertThat(client.get("/api/v1/wallet").number("balance")).isZero();
	}

	@Test
	void badInputLeavesTheKeyUnused() {
		ApiClient client = this.member.with("Idempotency-Key", this.key);
		client.post("/api/v1/wallet/charges", Map.of("amount", 0)).expectProblem(400, "validation-failed");
		client.post("/api/v1/wallet/charges", Map.of("amount", 1)).expect(201);
	}

	@Test
	@ProvesRule(rule = "The answer to a request commits together with its work", guard = "IdempotentRequests.run",
			brokenBy = "leaving out the record")
	void holdAndPaymentAreAnsweredAsTheFirstTime() {
		Show show = Concerts.showOnSale(this.programme, this.catalogue);
		ApiClient inside = inside(show);
		inside.post("/api/v1/wallet/charges", Map.of("amount", 300_000)).expect(201);

		Map<String, Object> seats = Map.of("showId", show.id(), "seatNumbers", List.of(3));
		Answer held = inside.with("Idempotency-Key", this.key).post("/api/v1/reservations", seats).expect(201);
		Map<String, Object> order = Map.of("reservationId", held.text("id"));
		Answer paid = inside.with("Idempotency-Key", this.key).post("/api/v1/payments", order).expect(201);

		Answer heldAgain = inside.with("Idempotency-Key", this.key).post("/api/v1/reservations", seats).expect(201);
		assertThat(heldAgain.response().body()).isEqualTo(held.response().body());
		assertThat(heldAgain.header("Location")).isEqualTo(held.header("Location"));
		Answer paidAgain = inside.with("Idempotency-Key", this.key).post("/api/v1/payments", order).expect(201);
		assertThat(paidAgain.response().body()).isEqualTo(paid.response().body());
		assertThat(inside.get("/api/v1/wallet").number("balance")).isEqualTo(150_000);
		assertThat(inside.get("/api/v1/reservations").number("totalItems")).isEqualTo(1);
	}

	@Test
	@ProvesRule(rule = "A refusal about seats or money is kept as the answer", guard = "Refusal.isFinal",
			brokenBy = "returning false")
	void aRefusalAboutSeatsIsTheFirstAnswerToo() {
		Show show = Concerts.showOnSale(this.programme, this.catalogue);
		ApiClient first = inside(show);
		ApiClient second = inside(show).with("Idempotency-Key", this.key);
		Map<String, Object> seats = Map.of("showId", show.id(), "seatNumbers", List.of(3));
		String hold = first.post("/api/v1/reservations", seats).expect(201).text("id");
		second.post("/api/v1/reservations", seats).expectProblem(409, "seat-taken");
		first.delete("/api/v1/reservations/" + hold).expect(200);

		Answer again = second.post("/api/v1/reservations", seats).expectProblem(409, "seat-taken");
		assertThat(again.number("/seatNumbers/0")).isEqualTo(3);
		second.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/v1/reservations", seats).expect(201);
	}

	@Test
	void holdIsAnsweredAsTheFirstTimeWhateverBecameOfIt() {
		Show show = Concerts.showOnSale(this.programme, this.catalogue);
		ApiClient keyed = inside(show).with("Idempotency-Key", this.key);
		Map<String, Object> seats = Map.of("showId", show.id(), "seatNumbers", List.of(3));
		Answer held = keyed.post("/api/v1/reservations", seats).expect(201);

		// the seat is free again, and the work could be done once more
		keyed.delete("/api/v1/reservations/" + held.text("id")).expect(200);
		assertThat(keyed.post("/api/v1/reservations", seats).expect(201).response().body())
			.isEqualTo(held.response().body());
		assertThat(keyed.get("/api/v1/reservations").number("totalItems")).isEqualTo(1);
		assertThat(keyed.get("/api/v1/reservations?status=HELD").number("totalItems")).isZero();
		// the place has ended, so the gate would refuse
		keyed.delete("/api/v1/queue-tokens/current").expect(204);
		assertThat(keyed.post("/api/v1/reservations", seats).expect(201).response().body())
			.isEqualTo(held.response().body());
		// and the same key with other seats is refused all the same
		keyed.post("/api/v1/reservations", Map.of("showId", show.id(), "seatNumbers", List.of(4)))
			.expectProblem(422, "idempotency-key-reused");
	}

	@Test
	void paymentIsAnsweredAsTheFirstTimeAfterItsRefund() {
		Show show = Concerts.showOnSale(this.programme, this.catalogue);
		ApiClient keyed = inside(show).with("Idempotency-Key", this.key);
		keyed.charge(300_000).expect(201);
		String held = keyed.hold(show.id(), 3).expect(201).text("id");
		Answer paid = keyed.pay(held).expect(201);
		keyed.delete("/api/v1/reservations/" + held).expect(200);

		assertThat(keyed.pay(held).expect(201).response().body()).isEqualTo(paid.response().body());
		assertThat(keyed.get("/api/v1/wallet").number("balance")).isEqualTo(300_000);
	}

	@Test
	void refusalByTheGateLeavesTheKeyUnused() {
		Show show = Concerts.showOnSale(this.programme, this.catalogue);
		ApiClient keyed = this.member.with("Idempotency-Key", this.key);
		keyed.hold(show.id(), 3).expectProblem(401, "queue-token-invalid");

		keyed.comeIn(show.concertId()).hold(show.id(), 3).expect(201);
	}

	private ApiClient inside(Show show) {
		ApiClient client = ApiClient.at(this.port).signUpAndLogIn();
		return client.withQueueToken(
				client.post("/api/v1/concerts/" + show.concertId() + "/queue-tokens", null).text("queueToken"));
	}

	private static List<Answer> together(Callable<Answer> request) throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(CLIENTS);
		ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
		try {
			List<Future<Answer>> answers = threads
				.invokeAll(IntStream.range(0, CLIENTS).<Callable<Answer>>mapToObj((i) -> () -> {
					barrier.await();
					return request.call();
				}).toList());
			List<Answer> all = new ArrayList<>();
			for (Future<Answer> answer : answers) {
				all.add(answer.get());
			}
			return all;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
