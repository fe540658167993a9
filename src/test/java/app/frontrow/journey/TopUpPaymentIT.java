package app.frontrow.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A top-up and a payment in one action. The money is never lost and never added twice.
 */
class TopUpPaymentIT extends RaceTest {

	private static final int WINDOWS = 16;

	private static final int PRICE = 90_000;

	@Autowired
	private TransactionTemplate transaction;

	private long concert;

	private ApiClient member;

	private String hold;

	@BeforeEach
	void memberWithAHoldAndAnEmptyWallet() {
		this.concert = ConcertFixture.onSale(this.programme, 1);
		ApiClient inside = this.audience.member().comeIn(this.concert);
		this.hold = inside.hold(inside.firstShow(this.concert), 50).expect(201).text("id");
		this.member = inside.with("Idempotency-Key", UUID.randomUUID().toString());
	}

	@Test
	void oneActionTopsUpAndPays() {
		Answer paid = topUpAndPay(100_000).expect(201);

		assertThat(List.of(paid.text("status"), paid.number("balanceAfter"))).isEqualTo(List.of("PAID", 10_000L));
		assertThat(ledger()).containsExactly("PAYMENT -90000 10000", "CHARGE 100000 100000");
		assertThat(topUpAndPay(100_000).expect(201).response().body()).isEqualTo(paid.response().body());
		topUpAndPay(100_001).expectProblem(422, "idempotency-key-reused");
		assertThat(ledger()).hasSize(2);
	}

	@Test
	@ProvesRule(rule = "A top-up stands if the payment after it is refused",
			guard = "TopUpPaymentOperation.standsAfterRefusal", brokenBy = "returning false")
	void refusedPaymentKeepsTheTopUpAndItsAnswer() {
		Answer low = topUpAndPay(PRICE - 1).expectProblem(409, "insufficient-balance");
		assertThat(List.of(low.number("balance"), low.number("required"))).isEqualTo(List.of(89_999L, 90_000L));
		assertThat(topUpAndPay(PRICE - 1).expect(409).response().body()).isEqualTo(low.response().body());
		assertThat(ledger()).containsExactly("CHARGE 89999 89999");

		endHold();
		this.member = this.member.with("Idempotency-Key", "second");
		Answer late = topUpAndPay(11).expectProblem(410, "hold-expired");
		assertThat(late.number("balance")).isEqualTo(90_010);
		assertThat(topUpAndPay(11).expect(410).response().body()).isEqualTo(late.response().body());

		this.member = this.member.with("Idempotency-Key", null);
		assertThat(topUpAndPay(1).expectProblem(410, "hold-expired").number("balance")).isEqualTo(90_011);
		assertThat(ledger()).containsExactly("CHARGE 1 90011", "CHARGE 11 90010", "CHARGE 89999 89999");
	}

	@Test
	@ProvesRule(rule = "A top-up with a payment has the limits of any top-up", guard = "WalletService.checkTopUp",
			brokenBy = "leaving out the bounds")
	void refusedTopUpChangesNothing() {
		RefusalCheck refusals = new RefusalCheck(this.books, this.concert);
		for (long amount : new long[] { 0, -PRICE, 1_000_001, Long.MAX_VALUE }) {
			refusals.of(400, "validation-failed", () -> topUpAndPay(amount));
		}
		ApiClient rich = this.member.with("Idempotency-Key", null);
		ApiClient other = this.audience.member();
		rich.charge(1).expect(201);
		other.charge(1).expect(201);
		refusals.of(404, "not-found", () -> topUpAndPay(UUID.randomUUID().toString(), PRICE));
		refusals.of(404, "not-found", () -> topUpAndPay(other, this.hold, PRICE));
		for (int i = 0; i < 9; i++) {
			rich.charge(1_000_000).expect(201);
		}
		rich.charge(999_999).expect(201);
		assertThat(refusals.of(409, "balance-limit-exceeded", () -> topUpAndPay(1)).number("balance"))
			.isEqualTo(10_000_000);
		rich.pay(this.hold).expect(201);
	}

	@Test
	void manyClientsWithOneKeyTopUpAndPayOnce() {
		List<Answer> answers = ConcurrentRunner.rush(Collections.nCopies(WINDOWS, () -> topUpAndPay(PRICE)));

		assertThat(ConcurrentRunner.outcomes(answers)).containsKey("201")
			.allSatisfy((outcome, times) -> assertThat(outcome).isIn("201", "409 request-in-progress"));
		assertThat(ledger()).containsExactly("PAYMENT -90000 0", "CHARGE 90000 90000");
	}

	@Test
	void manyWindowsPayOnceAndKeepTheirTopUps() {
		ApiClient free = this.member.with("Idempotency-Key", null);
		List<Answer> answers = ConcurrentRunner.rush(Collections.nCopies(WINDOWS,
				() -> free.post("/api/v1/payments", Map.of("reservationId", this.hold, "topUp", PRICE))));

		assertThat(ConcurrentRunner.outcomes(answers)).isEqualTo(Map.of("201", 1, "409 already-paid", WINDOWS - 1));
		assertThat(answers.stream().filter((answer) -> answer.status() == 409))
			.allSatisfy((answer) -> assertThat(answer.number("balance")).isPositive());
		assertThat(this.member.balance()).isEqualTo((long) (WINDOWS - 1) * PRICE);
	}

	@Test
	@ProvesRule(rule = "A top-up that stands is recorded with the refusal of its payment",
			guard = "IdempotencyService.settle", brokenBy = "recording the refusal in another transaction")
	void instanceThatIsKilledAfterTheTopUpLeavesNothingBehind(@Autowired Stores stores) {
		killedWhile("update reservations set show_id = show_id where id = ?", stores, this.hold);
		assertThat(ledger()).isEmpty();
		endHold();
		killedWhile("insert into idempotency_records (member_id, endpoint, idem_key, fingerprint, outcome, created_at)"
				+ " select member_id, 'payments', '" + this.member.header("Idempotency-Key")
				+ "', 'x', '{}', utc_timestamp(6) from reservations where id = ?", stores, this.hold);
		assertThat(ledger()).isEmpty();

		topUpAndPay(PRICE).expectProblem(410, "hold-expired");
		topUpAndPay(PRICE).expectProblem(410, "hold-expired");
		assertThat(ledger()).containsExactly("CHARGE 90000 90000");
	}

	/** Kills an instance that has topped up and waits for a row. */
	private void killedWhile(String lock, Stores stores, String id) {
		try (ProductInstance instance = ProductInstance.start("top-up", stores, Map.of())) {
			this.transaction.executeWithoutResult((status) -> {
				assertThat(this.jdbc.sql(lock).param(id).update()).isEqualTo(1);
				CompletableFuture<Answer> asked = CompletableFuture
					.supplyAsync(() -> topUpAndPay(this.member.on(instance.port()), this.hold, PRICE));
				await()
					.until(() -> this.books.count("information_schema.innodb_trx where trx_state = 'LOCK WAIT'") > 0);
				instance.kill();
				assertThat(asked).failsWithin(Duration.ofSeconds(20))
					.withThrowableThat()
					.withRootCauseInstanceOf(IOException.class);
				status.setRollbackOnly();
			});
		}
		await().until(() -> this.books.count("information_schema.innodb_trx where trx_state = 'LOCK WAIT'") == 0);
	}

	private Answer topUpAndPay(long topUp) {
		return topUpAndPay(this.hold, topUp);
	}

	private Answer topUpAndPay(String reservation, long topUp) {
		return topUpAndPay(this.member, reservation, topUp);
	}

	private static Answer topUpAndPay(ApiClient client, String reservation, long topUp) {
		return client.post("/api/v1/payments", Map.of("reservationId", reservation, "topUp", topUp));
	}

	/** Type, amount and balance of each line of the ledger, newest first. */
	private List<String> ledger() {
		return this.member.get("/api/v1/wallet/entries")
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.map((line) -> line.at("/type").asString() + " " + line.at("/amount") + " " + line.at("/balanceAfter"))
			.toList();
	}

	private void endHold() {
		for (String row : List.of("seats set hold_until = # where reservation_id",
				"reservations set held_until = # where id")) {
			assertThat(this.jdbc.sql("update " + row.replace("#", "utc_timestamp(6) - interval 1 microsecond") + " = ?")
				.param(this.hold)
				.update()).isEqualTo(1);
		}
	}

}
