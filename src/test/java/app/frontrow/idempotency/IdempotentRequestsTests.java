package app.frontrow.idempotency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import app.frontrow.idempotency.RecordRepository.Entry;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.Transactions;
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
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class IdempotentRequestsTests {

	private static final RequestKey REQUEST = new RequestKey(UUID.randomUUID(), "payments", "key", List.of(1, "a"));

	private final RecordRepository records = mock();

	private final Transactions transactions = mock();

	private final IdempotentRequests requests = new IdempotentRequests(this.records, this.transactions,
			new JsonMapper());

	private final AtomicInteger worked = new AtomicInteger();

	@BeforeEach
	void workInTransactions() {
		given(this.transactions.run(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "키", "a\n", "\u007f" })
	void keyMustBeVisibleAscii(String key) {
		RequestKey request = new RequestKey(UUID.randomUUID(), "payments", key, 1);

		assertThatThrownBy(() -> this.requests.once(request, Answer.class, this::work))
			.isInstanceOf(InvalidInputException.class);
		verifyNoInteractions(this.records);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SEAT_TAKEN", "ALREADY_PAID", "NOT_YOUR_TURN", "QUEUE_TOKEN_EXPIRED", "NOT_FOUND" })
	@ProvesRule(rule = "A request that would be refused the second time gets its first answer",
			guard = "IdempotentRequests.workOrReplay", brokenBy = "leaving out the replay of a refusal")
	void repeatedRequestGetsTheFirstAnswerInsteadOfARefusal(ErrorCode code) {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send((recorder) -> {
			throw new RecordedRefusal(code, Map.of());
		})).isEqualTo(new Answer(7, "일곱"));
	}

	@Test
	void repeatedRequestGetsTheFirstAnswerInsteadOfALockFailure() {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send((recorder) -> {
			throw new CannotAcquireLockException("wallet");
		})).isEqualTo(new Answer(7, "일곱"));
	}

	@Test
	void otherLockFailureStaysAFailure() {
		CannotAcquireLockException locked = new CannotAcquireLockException("wallet");

		assertThatThrownBy(() -> send((recorder) -> {
			throw locked;
		})).isSameAs(locked);
	}

	@Test
	@ProvesRule(rule = "A request that is being worked on is not started again", guard = "IdempotentRequests.once",
			brokenBy = "leaving out inProgress")
	void requestAtWorkIsNotStartedAgain() {
		RequestKey other = new RequestKey(REQUEST.memberId(), "payments", "key", List.of(1, "b"));

		send((recorder) -> {
			assertThatThrownBy(() -> send(this::work)).isInstanceOf(RequestInProgressException.class);
			assertThatThrownBy(() -> this.requests.once(other, Answer.class, this::work))
				.isInstanceOf(KeyReusedException.class);
			return work(recorder);
		});

		assertThat(this.worked).hasValue(1);
		send(this::work);
		assertThat(this.worked).as("afterwards the key is free in this instance").hasValue(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "VALIDATION_FAILED", "NOT_YOUR_TURN", "QUEUE_TOKEN_EXPIRED", "NOT_FOUND",
			"REQUEST_IN_PROGRESS", "QUEUE_TOKEN_INVALID" })
	@ProvesRule(rule = "A refusal that is not about seats or money leaves the key unused",
			guard = "IdempotentRequests.isFinal", brokenBy = "returning true")
	void otherRefusalLeavesTheKeyUnused(ErrorCode code) {
		RecordedRefusal refusal = new RecordedRefusal(code, Map.of());

		assertThatThrownBy(() -> send((recorder) -> {
			throw refusal;
		})).isSameAs(refusal);

		verify(this.records, never()).insert(any(), any());
	}

	@Test
	void failureLeavesTheKeyUnused() {
		DataAccessResourceFailureException gone = new DataAccessResourceFailureException("gone");

		assertThatThrownBy(() -> send((recorder) -> {
			throw gone;
		})).isSameAs(gone);
		verifyNoInteractions(this.records);
		send(this::work);
		assertThat(this.worked).hasValue(1);
	}

	@Test
	void formWaitsForTheFirstRequest() {
		AtomicInteger tries = new AtomicInteger();

		assertThat(this.requests.<String>settled(() -> {
			if (tries.incrementAndGet() < 3) {
				throw new RequestInProgressException();
			}
			return "done";
		})).isEqualTo("done");
		assertThatThrownBy(() -> this.requests.settled(() -> {
			throw new NotFoundException();
		})).isInstanceOf(NotFoundException.class);
	}

	@Test
	void oldKeysAreForgottenInBatches() {
		given(this.records.forget(anyInt())).willReturn(1000).willReturn(1000).willReturn(3);

		new OldKeys(this.records, this.transactions).forget();

		verify(this.records, times(3)).forget(1000);
	}

	private Answer send(Function<AnswerRecorder<Answer>, Answer> work) {
		return this.requests.once(REQUEST, Answer.class, work);
	}

	private Answer work(AnswerRecorder<Answer> recorder) {
		this.worked.incrementAndGet();
		return recorder.record(new Answer(7, "일곱"));
	}

	/** As if the request had been answered before. */
	private void earlier(String outcome) {
		ArgumentCaptor<Entry> entry = ArgumentCaptor.forClass(Entry.class);
		send(this::work);
		verify(this.records).insert(eq(REQUEST), entry.capture());
		willThrow(new KeyTakenException(null)).given(this.records).insert(any(), any());
		given(this.records.find(any())).willReturn(Optional.of(new Entry(entry.getValue().fingerprint(), outcome)));
	}

	private record Answer(int number, String text) {
	}

}
