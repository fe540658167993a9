package app.frontrow.waitingroom.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.draw.DrawService;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.redis.QueueFixture;
import app.frontrow.waitingroom.redis.QueueStore;
import app.frontrow.waitingroom.token.QueueTicket;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/**
 * Some members get the answer from this instance, others from Redis. The front is at 500,
 * the band 100 places wide, and 20 places behind the front are dead.
 */
class QueueServiceTests {

	/** Time stands still, so that a slow machine makes nothing old. */
	private static final long NOW = 1_000_000_000_000L;

	private static final UUID MINA = UUID.randomUUID();

	private final QueueStore store = mock();

	private final QueueMemoryRegistry memories = mock();

	private final QueueControlService controls = mock();

	private final DrawService draws = mock();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final QueueService queues = new QueueService(this.store, this.memories, this.controls, this.draws,
			QueueFixture.settings(100, 20), new QueueMetrics(this.memories, this.meters));

	private final QueueMemory memory = new QueueMemory(0, false, () -> NOW);

	@BeforeEach
	void aQueue() {
		given(this.memories.getOrCreate(42, Instant.EPOCH)).willReturn(this.memory);
		given(this.draws.findPlace(any(), anyLong())).willAnswer((call) -> call.<QueueTicket>getArgument(0).number());
		given(this.store.look(any(), any(), anyLong())).willReturn(answer("WAITING", 7, 3, 0));
		terms(QueueMode.OPEN, 50);
		known(NOW, 0);
	}

	@Test
	@ProvesRule(rule = "A poll of a member far behind asks no store", guard = "QueueService.look",
			brokenBy = "always asking Redis")
	void farMemberIsAnsweredWithoutAStore() {
		PlaceScriptResult answer = this.queues.look(ticket(601));

		assertThat(answer.placeStatus()).isEqualTo(PlaceStatus.WAITING);
		assertThat(answer.peopleAhead()).isEqualTo(601 - 500 - 1 - 20);
		verify(this.store, never()).look(any(), any(), anyLong());
	}

	@Test
	void nearMemberIsAnsweredByRedis() {
		this.queues.look(ticket(600));

		verify(this.store).look(any(), eq(ticket(600)), eq(600L));
	}

	@Test
	@ProvesRule(rule = "Metrics tell how many places are looked up without Redis", guard = "QueueService.look",
			brokenBy = "counting each look as near")
	void looksAreCountedByWhereTheAnswerCameFrom() {
		this.queues.look(ticket(601));
		this.queues.look(ticket(602));
		this.queues.look(ticket(600));

		assertThat(countLooks("memory")).isEqualTo(2);
		assertThat(countLooks("redis")).isEqualTo(1);
	}

	@Test
	void looksOfManyAtOnceAreAllCounted() {
		ConcurrentRunner.rush(IntStream.range(0, 16).mapToObj((thread) -> ConcurrentRunner.task(() -> {
			IntStream.range(0, 500).forEach((time) -> this.queues.look(ticket(601)));
			return thread;
		})).toList());

		assertThat(countLooks("memory")).isEqualTo(16 * 500);
	}

	@Test
	void drawnPlaceCountsInsteadOfTheNumber() {
		given(this.draws.findPlace(ticket(7), 0)).willReturn(9_000L);

		assertThat(this.queues.look(ticket(7)).peopleAhead()).isEqualTo(9_000 - 500 - 1 - 20);
		verify(this.store, never()).look(any(), any(), anyLong());
	}

	@Test
	void oldSnapshotIsNotUsed() {
		QueueMemory old = new QueueMemory(0, false, () -> NOW);
		given(this.memories.getOrCreate(42, Instant.EPOCH)).willReturn(old);
		old.update(snapshot(0), NOW - 1_100_000_000L);

		this.queues.look(ticket(9_000));

		verify(this.store).look(any(), eq(ticket(9_000)), eq(9_000L));
	}

	@Test
	@ProvesRule(rule = "Joining far from the front is one script", guard = "QueueService.lookAtNewPlace",
			brokenBy = "always asking Redis")
	void newFarPlaceIsKnownFromTheJoin() {
		given(this.store.join(any(), any(), anyBoolean())).willReturn(answer("GIVEN", 10_000, 0, 0));

		PlaceScriptResult joined = this.queues.join(42, MINA).get().answer();

		assertThat(joined.peopleAhead()).isEqualTo(10_000 - 500 - 1 - 20);
		verify(this.store, never()).look(any(), any(), anyLong());
	}

	@Test
	void soldOutPlaceIsAnsweredByRedis() {
		terms(QueueMode.OPEN, 0);

		this.queues.look(ticket(9_000));

		verify(this.store).look(any(), eq(ticket(9_000)), eq(9_000L));
	}

	@Test
	void pollBeforeTheOpeningIsAnsweredFromMemoryAndNotedOnce() {
		QueueMemory early = earlyMemory();

		assertThat(this.queues.look(ticket(9_000)).peopleAhead()).isEqualTo(-1);
		assertThat(this.queues.look(ticket(9_000)).placeStatus()).isEqualTo(PlaceStatus.WAITING);

		verify(this.store, never()).look(any(), any(), anyLong());
		assertThat(early.earlyPresence().take(10)).containsExactly(ticket(9_000));
		assertThat(early.earlyPresence().take(10)).isEmpty();
	}

	@Test
	void earlyNumberThatIsNotKnownIsShownToRedis() {
		earlyMemory();

		this.queues.look(ticket(10_001));

		verify(this.store).look(any(), eq(ticket(10_001)), anyLong());
	}

	@Test
	void earlyMemberWhoLeftIsToldSo() {
		earlyMemory();
		given(this.store.finish(any(), any(), eq(9_000L), any())).willReturn(PlaceStatus.LEFT);
		given(this.store.look(any(), any(), anyLong())).willReturn(answer("LEFT", 9_000, 0, -1));

		this.queues.finish(ticket(9_000).pass(), PlaceStatus.LEFT);

		assertThat(this.queues.look(ticket(9_000)).placeStatus()).isEqualTo(PlaceStatus.LEFT);
	}

	@Test
	@ProvesRule(rule = "A ticket of an earlier concert with the same id is invalid",
			guard = "QueueTicket.requireIssuedAfter", brokenBy = "leaving out the condition")
	void ticketOfAnEarlierConcertIsInvalid() {
		QueueTicket ticket = ticket(9_000);
		Instant created = ticket.issuedAt().plus(Duration.ofMinutes(1)).plusMillis(1);
		given(this.controls.getTerms(42))
			.willReturn(new QueueTerms(100, 20, QueueMode.OPEN, 77, Instant.EPOCH, created));
		given(this.memories.getOrCreate(42, created)).willReturn(this.memory);

		assertThatThrownBy(() -> this.queues.look(ticket)).isInstanceOf(QueueTokenInvalidException.class);
	}

	@Test
	void withoutDatabaseAQueueIsTakenFromRedisAlone() {
		given(this.memories.getOrCreate(42, Instant.EPOCH)).willThrow(new DataAccessResourceFailureException("away"));
		given(this.memories.createWithoutRecord(42, Instant.EPOCH)).willReturn(this.memory);

		assertThatThrownBy(() -> this.queues.look(ticket(9_000)))
			.isInstanceOf(DataAccessResourceFailureException.class);

		given(this.store.hasState(42)).willReturn(true);
		assertThat(this.queues.look(ticket(9_000)).placeStatus()).isEqualTo(PlaceStatus.WAITING);
	}

	private QueueMemory earlyMemory() {
		QueueMemory early = new QueueMemory(-1, false, () -> NOW);
		given(this.memories.getOrCreate(42, Instant.EPOCH)).willReturn(early);
		early.update(snapshot(-1), NOW);
		return early;
	}

	@Test
	void pollJustAfterTheDrawIsRepeatedWithTheDrawnPlace() {
		QueueMemory early = new QueueMemory(-1, false, () -> NOW);
		given(this.memories.getOrCreate(42, Instant.EPOCH)).willReturn(early);
		given(this.draws.findPlace(ticket(7), -1)).willReturn(0L);
		given(this.draws.findPlace(ticket(7), 30)).willReturn(12L);
		given(this.store.look(any(), eq(ticket(7)), eq(0L))).willReturn(answer("DRAWN", 7, 0, 30));
		given(this.store.look(any(), eq(ticket(7)), eq(12L))).willReturn(answer("WAITING", 7, 11, 30));

		assertThat(this.queues.look(ticket(7)).peopleAhead()).isEqualTo(11);
	}

	@Test
	void newMemberGetsANumberAndSeesThePlace() {
		given(this.store.join(any(), eq(MINA), eq(true))).willReturn(answer("GIVEN", 620, 0, 0));
		given(this.store.look(any(), eq(ticket(620)), eq(620L))).willReturn(answer("WAITING", 620, 99, 0));

		QueueService.Place place = this.queues.join(42, MINA).orElseThrow();

		assertThat(place.created()).isTrue();
		assertThat(place.ticket()).isEqualTo(ticket(620));
		assertThat(place.answer().peopleAhead()).isEqualTo(99);
	}

	@Test
	void memberWithAnEndedPlaceGetsANewOne() {
		given(this.store.join(any(), eq(MINA), anyBoolean())).willReturn(answer("KNOWN", 400, 0, 0))
			.willReturn(answer("GIVEN", 620, 0, 0));
		given(this.store.look(any(), eq(ticket(400)), eq(400L))).willReturn(answer("EXPIRED", 400, 0, 0));
		given(this.store.look(any(), eq(ticket(620)), eq(620L))).willReturn(answer("WAITING", 620, 99, 0));

		QueueService.Place place = this.queues.join(42, MINA).orElseThrow();

		assertThat(place.created()).isTrue();
		assertThat(place.ticket().number()).isEqualTo(620);
		verify(this.store, times(2)).join(any(), eq(MINA), anyBoolean());
	}

	@Test
	void drainingQueueGivesNoNewPlaces() {
		terms(QueueMode.DRAINING, 50);
		given(this.store.join(any(), eq(MINA), eq(false))).willReturn(answer("CLOSED", 0, 0, 0));

		assertThat(this.queues.join(42, MINA)).isEmpty();
	}

	private void terms(QueueMode mode, int seatsLeft) {
		given(this.controls.getTerms(42)).willReturn(new QueueTerms(100, 20, mode, seatsLeft, Instant.EPOCH));
	}

	private void known(long askedAt, long lots) {
		this.memory.update(snapshot(lots), askedAt);
	}

	private static QueueTicket ticket(long number) {
		return new QueueTicket(42, MINA, number, Instant.EPOCH);
	}

	private static PlaceScriptResult answer(String status, long number, long ahead, long lots) {
		return new PlaceScriptResult(status, number, 0, ahead, 0, 0, snapshot(lots), 0);
	}

	private static QueueSnapshot snapshot(long lots) {
		return new QueueSnapshot("one", 0, 10_000, 500, 20, 80, 5, 100, lots, 0, 20, 400, 80, 0, 0, 0, false,
				List.of());
	}

	private double countLooks(String from) {
		return this.meters.get("frontrow.queue.looks").tag("from", from).counter().count();
	}

}
