package app.frontrow.money;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows that stay locked, as by another instance that hangs in the middle of a
 * transaction: nobody waits for long, nothing is half done, and the key is good for
 * another try.
 */
@RunningProduct
class LockedRowsIT {

	private static final Duration LONGEST = Duration.ofSeconds(8);

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
	void aWalletThatStaysLockedIsAnsweredSoon() {
		Answer refused = whileLocked("select balance from wallets where member_id = ? for update");

		refused.expectProblem(503, "temporarily-unavailable");
		assertThat(this.member.get("/api/v1/wallet").number("balance")).isEqualTo(1_000);
		this.member.charge(2_000).expect(201);
		assertThat(this.member.get("/api/v1/wallet").number("balance")).isEqualTo(3_000);
	}

	@Test
	void aKeyWhoseOwnerHangsIsAnsweredSoonEvenAfterItsLease() {
		Answer first = this.member.charge(2_000).expect(201);
		this.jdbc.update(
				"update idempotency_records set state = 'IN_PROGRESS', outcome = null, lease_until = utc_timestamp(6)"
						+ " where idem_key = ?",
				this.member.header("Idempotency-Key"));

		Answer refused = whileLocked("select 1 from idempotency_records where member_id = ? for update");

		refused.expectProblem(503, "temporarily-unavailable");
		assertThat(this.member.get("/api/v1/wallet").number("balance")).isEqualTo(first.number("balanceAfter"));
	}

	/** Tops up while another transaction holds the rows. */
	private Answer whileLocked(String lock) {
		String id = this.member.get("/api/v1/wallet").text("memberId");
		return this.transaction.execute((status) -> {
			assertThat(this.jdbc.queryForList(lock, id)).isNotEmpty();
			long from = System.nanoTime();
			Answer answer = this.member.post("/api/v1/wallet/charges", Map.of("amount", 2_000));
			assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(LONGEST);
			return answer;
		});
	}

}
