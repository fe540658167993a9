package app.frontrow.money;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Rows stay locked, as by an instance that hangs in a transaction. Requests are answered,
 * nothing is half done, and the key is good for another try.
 */
@Tag("database")
class LockedRowsIT extends ProductTest {

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private ApiClient member;

	@BeforeEach
	void memberWithABalance() {
		this.member = this.audience.member();
		this.member.charge(1_000).expect(201);
		this.member = this.member.with("Idempotency-Key", UUID.randomUUID().toString());
	}

	@Test
	void requestForALockedWalletIsAnswered() {
		Answer refused = whileLocked("select balance from wallets where member_id = ? for update");

		refused.expectProblem(503, "temporarily-unavailable");
		assertThat(this.member.balance()).isEqualTo(1_000);
		this.member.charge(2_000).expect(201);
		assertThat(this.member.balance()).isEqualTo(3_000);
	}

	@Test
	void requestWithAKeyLockedByAnotherInstanceIsAnswered() {
		String key = this.member.header("Idempotency-Key");
		String id = this.member.get("/api/v1/wallet").text("memberId");

		Answer refused = this.transaction.execute((status) -> {
			this.jdbc.update("insert into idempotency_records (member_id, endpoint, idem_key, fingerprint, outcome,"
					+ " created_at) values (?, 'wallet/charges', ?, 'x', '{}', utc_timestamp(6))", id, key);
			Answer answer = this.member.charge(2_000);
			status.setRollbackOnly();
			return answer;
		});

		refused.expectProblem(409, "request-in-progress");
		assertThat(this.member.balance()).isEqualTo(1_000);
		this.member.charge(2_000).expect(201);
	}

	@Test
	@ProvesRule(rule = "A deadlock or a lock timeout repeats the transaction", guard = "RetriedTransaction",
			brokenBy = "repeating nothing")
	void holdSurvivesOneLockTimeout() {
		Show show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		ApiClient inside = this.member.with("Idempotency-Key", null).comeIn(show.concertId());
		inside.hold(show.id(), 1).expect(201);

		CompletableFuture<Answer> second = this.transaction.execute((status) -> {
			lock("select 1 from seat_allowances where member_id = ? for update");
			CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(() -> inside.hold(show.id(), 2));
			Set<String> waiting = new HashSet<>();
			await().until(() -> {
				waiting.addAll(this.jdbc.queryForList(
						"select trx_id from information_schema.innodb_trx where trx_query like '%seat_allowances%'"
								+ " and trx_state = 'LOCK WAIT'",
						String.class));
				return waiting.size() > 1 || asked.isDone();
			});
			return asked;
		});

		second.join().expect(201);
	}

	/** Tops up while another transaction holds the rows. */
	private Answer whileLocked(String lock) {
		return this.transaction.execute((status) -> {
			lock(lock);
			return this.member.charge(2_000);
		});
	}

	private void lock(String rows) {
		String id = this.member.get("/api/v1/wallet").text("memberId");
		assertThat(this.jdbc.queryForList(rows, id)).isNotEmpty();
	}

}
