package app.frontrow.idempotency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import app.frontrow.idempotency.IdempotencyRecordRepository.Entry;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class IdempotencyServiceTests {

	private static final ErrorCode SEAT_TAKEN = ErrorCodes.of("seat-taken");

	private static final IdempotentRequest REQUEST = new IdempotentRequest(UUID.randomUUID(), "payments", "key",
			List.of(1, "a"));

	private final IdempotencyRecordRepository records = mock();

	private final RetryingTransactionExecutor transactions = mock();

	private final IdempotencyService requests = new IdempotencyService(this.records, new OperationTransaction(),
			this.transactions, new OutcomeCodec(new JsonMapper()));

	private final AtomicInteger worked = new AtomicInteger();

	@BeforeEach
	void workInTransactions() {
		given(this.transactions.run(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
	}

	@Test
	void firstRequestWorksAndIsRecorded() {
		assertThat(send(this::work)).isEqualTo(new Answer(7, "일곱"));

		ArgumentCaptor<Entry> entry = ArgumentCaptor.forClass(Entry.class);
		verify(this.records).insert(eq(REQUEST), entry.capture());
		assertThat(entry.getValue().outcome()).isEqualTo("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");
		verify(this.records, never()).find(any());
	}

	@Test
	void requestWithoutAKeyIsNotRecorded() {
		assertThat(this.requests.run(new IdempotentRequest(UUID.randomUUID(), "payments", null, 1), Answer.class,
				this::work))
			.isEqualTo(new Answer(7, "일곱"));
		verifyNoInteractions(this.records);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "키", "a\n", "\u007f" })
	void keyIsVisibleAscii(String key) {
		assertThatThrownBy(() -> new IdempotentRequest(UUID.randomUUID(), "payments", key, 1))
			.isInstanceOf(InvalidInputException.class);
	}

	@Test
	void keyHas255CharactersAtMost() {
		this.requests.run(new IdempotentRequest(UUID.randomUUID(), "payments", "~!".repeat(127) + "x", 1), Answer.class,
				this::work);
		assertThatThrownBy(() -> this.requests
			.run(new IdempotentRequest(UUID.randomUUID(), "payments", "x".repeat(256), 1), Answer.class, this::work))
			.isInstanceOf(InvalidInputException.class);
	}

	@Test
	void sameRequestAgainGetsTheFirstAnswer() {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send(() -> new Answer(8, "another"))).isEqualTo(new Answer(7, "일곱"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "seat-taken", "already-paid", "not-your-turn", "queue-token-expired", "not-found" })
	@ProvesRule(rule = "A request that would be refused the second time gets its first answer",
			guard = "IdempotencyService.run", brokenBy = "leaving out the replay of a refusal")
	void refusedRepetitionGetsTheFirstAnswer(String code) {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send(() -> {
			throw new RecordedRefusal(ErrorCodes.of(code), Map.of());
		})).isEqualTo(new Answer(7, "일곱"));
	}

	@Test
	void lockTimeoutGetsTheFirstAnswer() {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send(() -> {
			throw new CannotAcquireLockException("wallet");
		})).isEqualTo(new Answer(7, "일곱"));
	}

	@Test
	void lockTimeoutWithoutARecordStaysAFailure() {
		CannotAcquireLockException locked = new CannotAcquireLockException("wallet");

		assertThatThrownBy(() -> send(() -> {
			throw locked;
		})).isSameAs(locked);
	}

	/** In the first spelling it is by an older version. */
	@ParameterizedTest
	@ValueSource(strings = { "SEAT_TAKEN", "seat-taken" })
	void refusalIsRepeatedWithItsDetails(String code) {
		earlier("{\"refusal\":\"" + code + "\",\"details\":{\"seatNumbers\":[7,8]}}");

		assertThatThrownBy(() -> send(this::work)).isInstanceOfSatisfying(RecordedRefusal.class, (refusal) -> {
			assertThat(refusal.code()).isEqualTo(SEAT_TAKEN);
			assertThat(refusal.details()).isEqualTo(Map.of("seatNumbers", List.of(7, 8)));
		});
	}

	@Test
	void keyWithAnotherContentIsRefused() {
		earlier("{\"answer\":null}");
		IdempotentRequest other = new IdempotentRequest(REQUEST.memberId(), "payments", "key", List.of(1, "b"));

		assertThatThrownBy(() -> this.requests.run(other, Answer.class, this::work))
			.isInstanceOf(IdempotencyKeyReusedException.class);
		assertThatThrownBy(() -> this.requests.run(other, Answer.class, () -> {
			throw new NotFoundException();
		})).isInstanceOf(IdempotencyKeyReusedException.class);
	}

	@Test
	@ProvesRule(rule = "A request that is being worked on is not started again", guard = "IdempotencyService.run",
			brokenBy = "leaving out inProgress")
	void requestRunningOnThisInstanceIsNotRepeated() {
		IdempotentRequest other = new IdempotentRequest(REQUEST.memberId(), "payments", "key", List.of(1, "b"));

		send(() -> {
			assertThatThrownBy(() -> send(this::work)).isInstanceOf(RequestInProgressException.class);
			assertThatThrownBy(() -> this.requests.run(other, Answer.class, this::work))
				.isInstanceOf(IdempotencyKeyReusedException.class);
			return work();
		});

		assertThat(this.worked).hasValue(1);
		send(this::work);
		assertThat(this.worked).as("afterwards the key is free in this instance").hasValue(2);
	}

	@Test
	void simultaneousRepetitionsGetTheFirstAnswer() {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send(() -> {
			assertThat(send(this::work)).isEqualTo(new Answer(7, "일곱"));
			return work();
		})).isEqualTo(new Answer(7, "일곱"));
	}

	@Test
	void requestRunningOnAnotherInstanceIsNotRepeated() {
		willThrow(new IdempotencyKeyLockedException(null)).given(this.records).insert(any(), any());

		assertThatThrownBy(() -> send(this::work)).isInstanceOf(RequestInProgressException.class);
		assertThatThrownBy(() -> send(() -> {
			throw new RecordedRefusal(SEAT_TAKEN, Map.of());
		})).isInstanceOf(RequestInProgressException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "seat-taken", "insufficient-balance", "already-paid", "sold-out" })
	void refusalAboutSeatsOrMoneyIsRecorded(String code) {
		assertThatThrownBy(() -> send(() -> {
			throw new RecordedRefusal(ErrorCodes.of(code), Map.of("balance", 12));
		})).isInstanceOf(Refusal.class);

		ArgumentCaptor<Entry> entry = ArgumentCaptor.forClass(Entry.class);
		verify(this.records).insert(eq(REQUEST), entry.capture());
		assertThat(entry.getValue().outcome()).contains("\"" + code + "\"", "\"balance\":12");
	}

	@ParameterizedTest
	@ValueSource(strings = { "validation-failed", "not-your-turn", "queue-token-expired", "not-found",
			"queue-token-invalid" })
	@ProvesRule(rule = "A refusal that is not about seats or money leaves the key unused", guard = "Refusal.isFinal",
			brokenBy = "returning true")
	void anyOtherRefusalLeavesTheKeyUnused(String code) {
		RecordedRefusal refusal = new RecordedRefusal(ErrorCodes.of(code), Map.of());

		assertThatThrownBy(() -> send(() -> {
			throw refusal;
		})).isSameAs(refusal);

		verify(this.records, never()).insert(any(), any());
	}

	@Test
	void refusalDecidesWhetherItIsFinal() {
		assertThat(new RequestInProgressException().isFinal()).isFalse();
		assertThat(new IdempotencyKeyReusedException().isFinal()).isFalse();
		assertThat(new RecordedRefusal(SEAT_TAKEN, Map.of()).isFinal()).isTrue();
	}

	@Test
	void failureLeavesTheKeyUnusedAndIsThrown() {
		DataAccessResourceFailureException gone = new DataAccessResourceFailureException("gone");

		assertThatThrownBy(() -> send(() -> {
			throw gone;
		})).isSameAs(gone);
		verifyNoInteractions(this.records);
		send(this::work);
		assertThat(this.worked).hasValue(1);
	}

	@Test
	void peopleWaitForTheFirstRequest() {
		AtomicInteger tries = new AtomicInteger();

		assertThat(this.requests.<String>awaitResult(() -> {
			if (tries.incrementAndGet() < 3) {
				throw new RequestInProgressException();
			}
			return "done";
		})).isEqualTo("done");
		assertThatThrownBy(() -> this.requests.awaitResult(() -> {
			throw new NotFoundException();
		})).isInstanceOf(NotFoundException.class);
	}

	@Test
	void oldRecordsAreDeletedInBatches() {
		given(this.records.deleteExpired(anyInt())).willReturn(1000).willReturn(1000).willReturn(3);

		new IdempotencyCleanupJob(this.records, this.transactions).deleteExpired();

		verify(this.records, times(3)).deleteExpired(1000);
	}

	@Test
	void failedDeletionIsTriedAgain() {
		given(this.records.deleteExpired(anyInt())).willThrow(new DataAccessResourceFailureException("gone"));

		new IdempotencyCleanupJob(this.records, this.transactions).deleteExpired();
	}

	@Test
	void operationIsCalledInOrderAndAnswersAreRecordedWithinIt() {
		List<String> steps = new ArrayList<>();
		willAnswer((call) -> steps.add("record")).given(this.records).insert(any(), any());

		send(new RecordingOperation(steps));

		assertThat(steps).containsExactly("check", "execute", "record", "updateSharedRows", "close", "afterCommit");
	}

	@Test
	void failedOperationIsClosedWithoutFollowUp() {
		List<String> steps = new ArrayList<>();
		willThrow(new DataAccessResourceFailureException("gone")).given(this.records).insert(any(), any());

		assertThatThrownBy(() -> send(new RecordingOperation(steps)))
			.isInstanceOf(DataAccessResourceFailureException.class);
		assertThat(steps).containsExactly("check", "execute", "close");
	}

	@Test
	void repeatedAnswerRunsNoFollowUp() {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");
		List<String> steps = new ArrayList<>();

		assertThat(send(new RecordingOperation(steps))).isEqualTo(new Answer(7, "일곱"));

		assertThat(steps).containsExactly("check", "execute", "close");
	}

	private Answer send(IdempotentOperation<Answer> operation) {
		return this.requests.run(REQUEST, Answer.class, operation);
	}

	private Answer work() {
		this.worked.incrementAndGet();
		return new Answer(7, "일곱");
	}

	/** As if the request had been answered before. */
	private void earlier(String outcome) {
		ArgumentCaptor<Entry> entry = ArgumentCaptor.forClass(Entry.class);
		send(this::work);
		verify(this.records).insert(eq(REQUEST), entry.capture());
		willThrow(new IdempotencyKeyTakenException(null)).given(this.records).insert(any(), any());
		given(this.records.find(any())).willReturn(Optional.of(new Entry(entry.getValue().fingerprint(), outcome)));
	}

	private record Answer(int number, String text) {
	}

	/**
	 * Notes which of its methods are called.
	 */
	private record RecordingOperation(List<String> steps) implements IdempotentOperation<Answer> {

		@Override
		public void check() {
			this.steps.add("check");
		}

		@Override
		public Answer execute() {
			this.steps.add("execute");
			return new Answer(8, "another");
		}

		@Override
		public void updateSharedRows(Answer answer) {
			this.steps.add("updateSharedRows");
		}

		@Override
		public void close() {
			this.steps.add("close");
		}

		@Override
		public void afterCommit(Answer answer) {
			this.steps.add("afterCommit");
		}

	}

}
