package app.frontrow.idempotency;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import app.frontrow.RunningProduct;
import app.frontrow.idempotency.IdempotencyRecordRepository.Entry;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * What the statements on records promise by themselves: a key has one record, which lives
 * and dies with its transaction.
 */
@Tag("database")
@RunningProduct
class IdempotencyRecordRepositoryIT {

	private static final Entry FIRST = new Entry("print", "{\"answer\": 1}");

	private static final Entry SECOND = new Entry("print", "{\"answer\": 2}");

	private final IdempotentRequest request = new IdempotentRequest(UUID.randomUUID(), "payments", "key", 1);

	@Autowired
	private IdempotencyRecordRepository records;

	@Autowired
	private RetryingTransactionExecutor transactions;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void keyHasOneRecord() {
		insert(FIRST);

		assertThatThrownBy(() -> insert(SECOND)).isInstanceOf(IdempotencyKeyTakenException.class);
		assertThat(this.records.find(this.request)).contains(FIRST);
	}

	@Test
	void sameKeyOfAnotherMemberOrOperationIsAnotherRequest() {
		insert(FIRST);
		for (IdempotentRequest other : List.of(new IdempotentRequest(UUID.randomUUID(), "payments", "key", 1),
				new IdempotentRequest(this.request.memberId(), "reservations", "key", 1))) {
			assertThat(this.records.find(other)).isEmpty();
			this.transactions.run(() -> {
				this.records.insert(other, SECOND);
				return null;
			});
			assertThat(this.records.find(other)).contains(SECOND);
		}
		assertThat(this.records.find(this.request)).contains(FIRST);
	}

	@Test
	void recordIsRolledBackWithItsTransaction() {
		assertThatThrownBy(() -> this.transactions.run(() -> {
			this.records.insert(this.request, FIRST);
			throw new NotFoundException();
		})).isInstanceOf(NotFoundException.class);

		assertThat(this.records.find(this.request)).isEmpty();
		insert(SECOND);
		assertThat(this.records.find(this.request)).contains(SECOND);
	}

	@Test
	void secondWriterWaitsForTheFirst() {
		CompletableFuture<Void> second = this.transactions.run(() -> {
			this.records.insert(this.request, FIRST);
			CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> insert(SECOND));
			await().until(() -> this.jdbc
				.queryForObject("select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'"
						+ " and trx_query like 'insert into idempotency_records%'", Long.class) > 0);
			return writing;
		});

		assertThatThrownBy(second::join).hasCauseInstanceOf(IdempotencyKeyTakenException.class);
		assertThat(this.records.find(this.request)).contains(FIRST);
	}

	@Test
	@ProvesRule(rule = "An idempotency key is forgotten after a day",
			guard = "IdempotencyRecordRepository.deleteExpired", brokenBy = "forgetting nothing")
	void recordIsDeletedAfterADay() {
		insert(FIRST);
		age(23);
		this.transactions.run(() -> this.records.deleteExpired(1_000));
		assertThat(this.records.find(this.request)).isPresent();
		age(2);
		this.transactions.run(() -> this.records.deleteExpired(1_000));
		assertThat(this.records.find(this.request)).isEmpty();
	}

	private void insert(Entry entry) {
		this.transactions.run(() -> {
			this.records.insert(this.request, entry);
			return null;
		});
	}

	private void age(int hours) {
		this.jdbc.update("update idempotency_records set created_at = created_at - interval ? hour where member_id = ?",
				hours, this.request.memberId().toString());
	}

}
