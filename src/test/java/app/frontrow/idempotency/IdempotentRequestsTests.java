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
import app.frontrow.shared.Refusal;
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
		assertThat(this.requests.once(new RequestKey(UUID.randomUUID(), "payments", null, 1), Answer.class, this::work))
			.isEqualTo(new Answer(7, "일곱"));
		verifyNoInteractions(this.records);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "키", "a\n", "\u007f" })
	void keyIsVisibleAscii(String key) {
		RequestKey request = new RequestKey(UUID.randomUUID(), "payments", key, 1);

		assertThatThrownBy(() -> this.requests.once(request, Answer.class, this::work))
			.isInstanceOf(InvalidInputException.class);
		verifyNoInteractions(this.records);
	}

	@Test
	void keyHas255CharactersAtMost() {
		this.requests.once(new RequestKey(UUID.randomUUID(), "payments", "~!".repeat(127) + "x", 1), Answer.class,
				this::work);
		assertThatThrownBy(() -> this.requests.once(new RequestKey(UUID.randomUUID(), "payments", "x".repeat(256), 1),
				Answer.class, this::work))
			.isInstanceOf(InvalidInputException.class);
	}

	@Test
	void sameRequestAgainGetsTheFirstAnswer() {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send((recorder) -> recorder.record(new Answer(8, "another")))).isEqualTo(new Answer(7, "일곱"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SEAT_TAKEN", "ALREADY_PAID", "NOT_YOUR_TURN", "QUEUE_TOKEN_EXPIRED", "NOT_FOUND" })
	@ProvesRule(rule = "A request that would be refused the second time gets its first answer",
			guard = "IdempotentRequests.workOrReplay", brokenBy = "leaving out the replay of a refusal")
	void requestThatIsRefusedTheSecondTimeGetsTheFirstAnswer(ErrorCode code) {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send((recorder) -> {
			throw new RecordedRefusal(code, Map.of());
		})).isEqualTo(new Answer(7, "일곱"));
	}

	@Test
	void requestThatWaitedInVainForALockGetsTheFirstAnswer() {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send((recorder) -> {
			throw new CannotAcquireLockException("wallet");
		})).isEqualTo(new Answer(7, "일곱"));
	}

	@Test
	void lockThatHasNothingToDoWithTheKeyStaysAFailure() {
		CannotAcquireLockException locked = new CannotAcquireLockException("wallet");

		assertThatThrownBy(() -> send((recorder) -> {
			throw locked;
		})).isSameAs(locked);
	}

	@Test
	void refusalIsRepeatedWithItsDetails() {
		earlier("{\"refusal\":\"SEAT_TAKEN\",\"details\":{\"seatNumbers\":[7,8]}}");

		assertThatThrownBy(() -> send(this::work)).isInstanceOfSatisfying(RecordedRefusal.class, (refusal) -> {
			assertThat(refusal.code()).isEqualTo(ErrorCode.SEAT_TAKEN);
			assertThat(refusal.details()).isEqualTo(Map.of("seatNumbers", List.of(7, 8)));
		});
	}

	@Test
	void keyStandsForOneContent() {
		earlier("{\"answer\":null}");
		RequestKey other = new RequestKey(REQUEST.memberId(), "payments", "key", List.of(1, "b"));

		assertThatThrownBy(() -> this.requests.once(other, Answer.class, this::work))
			.isInstanceOf(KeyReusedException.class);
		assertThatThrownBy(() -> this.requests.once(other, Answer.class, (recorder) -> {
			throw new NotFoundException();
		})).isInstanceOf(KeyReusedException.class);
	}

	@Test
	@ProvesRule(rule = "A request that is being worked on is not started again", guard = "IdempotentRequests.once",
			brokenBy = "leaving out inProgress")
	void requestAtWorkInThisInstanceIsLeftAlone() {
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

	@Test
	void requestsSentAgainAtTheSameMomentAllGetTheFirstAnswer() {
		earlier("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send((recorder) -> {
			assertThat(send(this::work)).isEqualTo(new Answer(7, "일곱"));
			return work(recorder);
		})).isEqualTo(new Answer(7, "일곱"));
	}

	@Test
	void requestAtWorkInAnotherInstanceIsLeftAlone() {
		willThrow(new KeyLockedException(null)).given(this.records).insert(any(), any());

		assertThatThrownBy(() -> send(this::work)).isInstanceOf(RequestInProgressException.class);
		assertThatThrownBy(() -> send((recorder) -> {
			throw new RecordedRefusal(ErrorCode.SEAT_TAKEN, Map.of());
		})).isInstanceOf(RequestInProgressException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SEAT_TAKEN", "INSUFFICIENT_BALANCE", "ALREADY_PAID", "SOLD_OUT", "HOLD_EXPIRED" })
	void refusalAboutSeatsOrMoneyIsRecorded(ErrorCode code) {
		assertThatThrownBy(() -> send((recorder) -> {
			throw new RecordedRefusal(code, Map.of("balance", 12));
		})).isInstanceOf(Refusal.class);

		ArgumentCaptor<Entry> entry = ArgumentCaptor.forClass(Entry.class);
		verify(this.records).insert(eq(REQUEST), entry.capture());
		assertThat(entry.getValue().outcome()).contains("\"" + code + "\"", "\"balance\":12");
	}

	@ParameterizedTest
	@ValueSource(strings = { "VALIDATION_FAILED", "NOT_YOUR_TURN", "QUEUE_TOKEN_EXPIRED", "NOT_FOUND",
			"REQUEST_IN_PROGRESS", "QUEUE_TOKEN_INVALID" })
	@ProvesRule(rule = "A refusal that is not about seats or money leaves the key unused",
			guard = "IdempotentRequests.isFinal", brokenBy = "returning true")
	void anyOtherRefusalLeavesTheKeyUnused(ErrorCode code) {
		RecordedRefusal refusal = new RecordedRefusal(code, Map.of());

		assertThatThrownBy(() -> send((recorder) -> {
			throw refusal;
		})).isSameAs(refusal);

		verify(this.records, never()).insert(any(), any());
	}

	@Test
	void failureLeavesTheKeyUnusedAndStaysTheFailure() {
		DataAccessResourceFailureException gone = new DataAccessResourceFailureException("gone");

		assertThatThrownBy(() -> send((recorder) -> {
			throw gone;
		})).isSameAs(gone);
		verifyNoInteractions(this.records);
		send(this::work);
		assertThat(this.worked).hasValue(1);
	}

	@Test
	void peopleWaitForTheFirstRequest() {
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

	@Test
	void forgettingThatFailsIsTriedAgainNextTime() {
		given(this.records.forget(anyInt())).willThrow(new DataAccessResourceFailureException("gone"));

		new OldKeys(this.records, this.transactions).forget();
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
