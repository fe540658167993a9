package app.frontrow.idempotency;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.ErrorCodes;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * One key at many instances at the same moment: each knows nothing of what the others are
 * working on.
 */
@Tag("database")
@RunningProduct
class IdempotencyRaceIT {

	private static final int INSTANCES = 16;

	private final UUID member = UUID.randomUUID();

	@Autowired
	private IdempotencyRecordRepository records;

	@Autowired
	private OperationTransaction transaction;

	@Autowired
	private RetryingTransactionExecutor transactions;

	@Autowired
	private OutcomeCodec outcomes;

	@Autowired
	private JdbcTemplate jdbc;

	@AfterEach
	void noBalanceWithoutALedger() {
		this.jdbc.update("delete from wallets where member_id = ?", this.member.toString());
	}

	@Test
	@ProvesRule(rule = "The work of a request is done once, also by many instances",
			guard = "IdempotencyRecordRepository.insert", brokenBy = "using \"insert ignore\"")
	void workIsDoneOnceWithOneAnswer() {
		this.jdbc.update("insert into wallets (member_id, balance) values (?, 0)", this.member.toString());

		List<String> answers = ConcurrentRunner.rush(Collections.nCopies(INSTANCES, () -> send("one")));

		assertThat(answers).hasSize(INSTANCES).containsOnly(answers.get(0));
		assertThat(balance()).isEqualTo(1);
		assertThat(send("one")).isEqualTo(answers.get(0));
		assertThatThrownBy(() -> send("another")).isInstanceOf(IdempotencyKeyReusedException.class);
		assertThat(balance()).isEqualTo(1);
	}

	@Test
	void refusalOfTheFirstIsTheAnswerForAll() {
		List<String> refusals = ConcurrentRunner.rush(Collections.nCopies(INSTANCES, () -> {
			try {
				return instance().run(request("one"), String.class, () -> {
					throw new RecordedRefusal(ErrorCodes.of("seat-taken"), Map.of());
				});
			}
			catch (Refusal refusal) {
				return refusal.code() + " " + refusal.details();
			}
		}));

		assertThat(refusals).hasSize(INSTANCES).containsOnly("seat-taken {}");
		assertThat(this.records.find(request("one"))).isPresent();
	}

	private String send(String content) {
		return instance().run(request(content), String.class, () -> {
			this.jdbc.update("update wallets set balance = balance + 1 where member_id = ?", this.member.toString());
			return UUID.randomUUID().toString();
		});
	}

	private IdempotencyService instance() {
		return new IdempotencyService(this.records, this.transaction, this.transactions, this.outcomes);
	}

	private IdempotentRequest request(String content) {
		return new IdempotentRequest(this.member, "payments", "key", content);
	}

	private long balance() {
		return this.jdbc.queryForObject("select balance from wallets where member_id = ?", Long.class,
				this.member.toString());
	}

}
