package app.frontrow.money;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Rows that stay locked, as by another instance that hangs in the middle of a
 * transaction: there is an answer while they are locked, nothing is half done, and the
 * key is good for another try.
 */
@RunningProduct
@Tag("database")
class LockedRowsIT {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private ApiClient member;

	@BeforeEach
	void aMemberWithABalance() {
		this.member = ApiClient.at(this.port).signUpAndLogIn();
		this.member.charge(1_000).expect(201);
		this.member = this.member.with("Idempotency-Key", UUID.randomUUID().toString());
	}

	@Test
	void aWalletThatStaysLockedIsAnsweredAllTheSame() {
		Answer refused = whileLocked("select balance from wallets where member_id = ? for update");

		refused.expectProblem(503, "temporarily-unavailable");
		assertThat(this.member.get("/api/v1/wallet").number("balance")).isEqualTo(1_000);
		this.member.charge(2_000).expect(201);
		assertThat(this.member.get("/api/v1/wallet").number("balance")).isEqualTo(3_000);
	}

	@Test
	void aKeyThatAHangingInstanceIsAboutToRecordIsAnswered() {
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
		assertThat(this.member.get("/api/v1/wallet").number("balance")).isEqualTo(1_000);
		this.member.charge(2_000).expect(201);
	}

	@Test
	@ProvesRule(rule = "A deadlock or a lock timeout repeats the transaction", guard = "RetriedTransaction",
			brokenBy = "repeating nothing")
	void aHoldOutlastsOneLockThatTookTooLong(@Autowired Programme programme, @Autowired Catalogue catalogue) {
		Show show = Concerts.showOnSale(programme, catalogue);
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
			return this.member.post("/api/v1/wallet/charges", Map.of("amount", 2_000));
		});
	}

	private void lock(String rows) {
		String id = this.member.get("/api/v1/wallet").text("memberId");
		assertThat(this.jdbc.queryForList(rows, id)).isNotEmpty();
	}

}
