package app.frontrow.idempotency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import app.frontrow.idempotency.Records.Entry;
import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import tools.jackson.databind.json.JsonMapper;

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

	private final Records records = mock();

	private final IdempotentRequests requests = new IdempotentRequests(this.records, new JsonMapper());

	private final AtomicInteger worked = new AtomicInteger();

	@BeforeEach
	void nobodyHasUsedTheKey() {
		given(this.records.insert(any(), any(), any())).willReturn(true);
		given(this.records.lock(any(), any())).willReturn(true);
		given(this.records.finish(any(), any(), any())).willReturn(true);
	}

	@Test
	void firstRequestWorksAndIsRecorded() {
		assertThat(send(this::work)).isEqualTo(new Answer(7, "일곱"));

		verify(this.records).lock(eq(REQUEST), any());
		verify(this.records).finish(eq(REQUEST), any(), eq("{\"answer\":{\"number\":7,\"text\":\"일곱\"}}"));
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
	void sameRequestAgainGetsTheFirstAnswerWithoutWork() {
		earlier(true, true, "{\"answer\":{\"number\":7,\"text\":\"일곱\"}}");

		assertThat(send(this::work)).isEqualTo(new Answer(7, "일곱"));
		assertThat(this.worked).hasValue(0);
	}

	@Test
	void refusalIsRepeatedWithItsDetails() {
		earlier(true, true, "{\"refusal\":\"SEAT_TAKEN\",\"details\":{\"seatNumbers\":[7,8]}}");

		assertThatThrownBy(() -> send(this::work)).isInstanceOfSatisfying(RecordedRefusal.class, (refusal) -> {
			assertThat(refusal.code()).isEqualTo(ErrorCode.SEAT_TAKEN);
			assertThat(refusal.details()).isEqualTo(Map.of("seatNumbers", List.of(7, 8)));
		});
		assertThat(this.worked).hasValue(0);
	}

	@Test
	void keyStandsForOneContent() {
		earlier(true, true, "{\"answer\":null}");
		RequestKey other = new RequestKey(REQUEST.memberId(), "payments", "key", List.of(1, "b"));

		assertThatThrownBy(() -> this.requests.once(other, Answer.class, this::work))
			.isInstanceOf(KeyReusedException.class);
	}

	@Test
	void requestAtWorkIsLeftAlone() {
		earlier(false, true, null);

		assertThatThrownBy(() -> send(this::work)).isInstanceOf(RequestInProgressException.class);
		verify(this.records, never()).takeOver(any(), any(), any());
	}

	@Test
	void requestOfADeadInstanceIsTakenOver() {
		earlier(false, false, null);
		given(this.records.takeOver(eq(REQUEST), eq("first"), any())).willReturn(true);

		assertThat(send(this::work)).isEqualTo(new Answer(7, "일곱"));
	}

	@Test
	void onlyOneTakesItOver() {
		earlier(false, false, null);

		assertThatThrownBy(() -> send(this::work)).isInstanceOf(RequestInProgressException.class);
	}

	@Test
	void whoLostTheRecordMeanwhileCommitsNothing() {
		given(this.records.lock(any(), any())).willReturn(false);
		assertThatThrownBy(() -> send(this::work)).isInstanceOf(RequestInProgressException.class);
		assertThat(this.worked).hasValue(0);

		given(this.records.lock(any(), any())).willReturn(true);
		given(this.records.finish(any(), any(), any())).willReturn(false);
		assertThatThrownBy(() -> send(this::work)).isInstanceOf(RequestInProgressException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SEAT_TAKEN", "INSUFFICIENT_BALANCE", "ALREADY_PAID", "SOLD_OUT", "HOLD_EXPIRED" })
	void refusalAboutSeatsOrMoneyIsRecorded(ErrorCode code) {
		assertThatThrownBy(() -> send((once) -> {
			throw new RecordedRefusal(code, Map.of("balance", 12));
		})).isInstanceOf(Refusal.class);

		ArgumentCaptor<String> outcome = ArgumentCaptor.forClass(String.class);
		verify(this.records).finish(eq(REQUEST), any(), outcome.capture());
		assertThat(outcome.getValue()).contains("\"" + code + "\"", "\"balance\":12");
	}

	@ParameterizedTest
	@ValueSource(strings = { "VALIDATION_FAILED", "NOT_YOUR_TURN", "QUEUE_TOKEN_EXPIRED", "NOT_FOUND",
			"REQUEST_IN_PROGRESS", "QUEUE_TOKEN_INVALID" })
	void requestThatNeverGotAsFarLeavesTheKeyUnused(ErrorCode code) {
		assertThatThrownBy(() -> send((once) -> {
			throw new RecordedRefusal(code, Map.of());
		})).isInstanceOf(Refusal.class);

		verify(this.records).release(eq(REQUEST), any());
		verify(this.records, never()).finish(any(), any(), any());
	}

	@Test
	void failureLeavesTheKeyUnusedAndStaysTheFailure() {
		willThrow(new IllegalStateException("second")).given(this.records).release(any(), any());
		DataAccessResourceFailureException gone = new DataAccessResourceFailureException("gone");

		assertThatThrownBy(() -> send((once) -> {
			throw gone;
		})).isSameAs(gone).satisfies((failure) -> assertThat(failure.getSuppressed()).hasSize(1));
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

		new OldKeys(this.records).forget();

		verify(this.records, times(3)).forget(1000);
	}

	@Test
	void forgettingThatFailsIsTriedAgainNextTime() {
		given(this.records.forget(anyInt())).willThrow(new DataAccessResourceFailureException("gone"));

		new OldKeys(this.records).forget();
	}

	private Answer send(Function<Once<Answer>, Answer> work) {
		return this.requests.once(REQUEST, Answer.class, work);
	}

	private Answer work(Once<Answer> once) {
		once.begin();
		this.worked.incrementAndGet();
		return once.finish(new Answer(7, "일곱"));
	}

	private void earlier(boolean done, boolean leased, String outcome) {
		ArgumentCaptor<String> fingerprint = ArgumentCaptor.forClass(String.class);
		send(this::work);
		verify(this.records).insert(eq(REQUEST), fingerprint.capture(), any());
		given(this.records.find(any()))
			.willReturn(Optional.of(new Entry(fingerprint.getValue(), done, "first", outcome, leased)));
		this.worked.set(0);
	}

	private record Answer(int number, String text) {
	}

}
