package app.frontrow.waitingroom.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.memory.QueueContext;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.EarlierConcertException;
import app.frontrow.waitingroom.redis.LiveQueueStore;
import app.frontrow.waitingroom.redis.QueueFixture;
import app.frontrow.waitingroom.redis.QueueStore;
import app.frontrow.waitingroom.redis.StepClaimStore;
import app.frontrow.waitingroom.token.QueueTicket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.RedisConnectionFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

@ExtendWith(OutputCaptureExtension.class)
class QueueTickJobTests {

	private static final Instant NOW = Instant.ofEpochSecond(1_900_000_000);

	private static final QueueTerms TERMS = new QueueTerms(100, 20, QueueMode.OPEN, 77, Instant.EPOCH);

	private final QueueStore store = mock();

	private final LiveQueueStore liveQueues = mock();

	private final QueueService queues = mock();

	private final QueueMemoryRegistry memories = mock();

	private final DrawnPlacePublisher publisher = mock();

	private final EarlyPresenceSender presence = mock();

	private final StepClaimStore claims = mock();

	private final QueueTickJob tick = tick(new QueueStepExecutor(Runnable::run),
			new StepSchedule(QueueFixture.PATIENT));

	private final QueueContext queue = queue(42);

	@BeforeEach
	void aConcertWithAQueue() {
		given(this.liveQueues.findLiveConcerts()).willReturn(Set.of("42"));
		given(this.memories.all()).willReturn(Map.of());
	}

	@Test
	void everyLiveQueueTakesAStep() throws Exception {
		given(this.store.step(this.queue)).willReturn(snapshot(5, 0, 0));

		this.tick.tick();

		verify(this.store).step(this.queue);
		verify(this.liveQueues, never()).retire(any(), anyLong());
	}

	@Test
	@ProvesRule(rule = "Instances share the steps of the queues", guard = "QueueTickJob.stepAll",
			brokenBy = "taking each shared step")
	void sharedStepIsTakenByWhoClaimsIt() throws Exception {
		given(this.liveQueues.findLiveConcerts()).willReturn(Set.of("42", "43"));
		queue(43);
		given(this.memories.find(anyLong())).willReturn(Optional.of(new QueueMemory(0)));
		given(this.claims.claim(any(), any(), anyLong())).willReturn(Set.of(42L));
		given(this.store.step(this.queue)).willReturn(snapshot(5, 0, 0));

		tick(new QueueStepExecutor(Runnable::run), shared()).tick();

		verify(this.store).step(this.queue);
		verify(this.store, times(1)).step(any());
	}

	@Test
	@ProvesRule(rule = "A step that an instance needs for itself is not taken by another one as well",
			guard = "QueueTickJob.stepAll", brokenBy = "claiming the shared steps only")
	void ownStepCountsAsClaimed() throws Exception {
		given(this.store.step(this.queue)).willReturn(snapshot(5, 0, 0));

		this.tick.tick();

		verify(this.claims).claim(List.of(), List.of(42L), StepSchedule.SHARED_INTERVAL_MS);
	}

	@Test
	@ProvesRule(rule = "An instance whose steps are late takes only those that it needs for itself",
			guard = "QueueTickJob.stepAll", brokenBy = "leaving out isBehind")
	void instanceThatIsBehindClaimsNothing() throws Exception {
		List<Long> many = LongStream.range(100, 150).boxed().toList();
		given(this.liveQueues.findLiveConcerts())
			.willReturn(many.stream().map(String::valueOf).collect(Collectors.toSet()));
		QueueStepExecutor noThreadIsFree = new QueueStepExecutor((task) -> {
		});

		tick(noThreadIsFree, new StepSchedule(QueueFixture.PATIENT)).tick();
		clearInvocations(this.claims);
		given(this.memories.find(anyLong())).willReturn(Optional.of(new QueueMemory(0)));
		tick(noThreadIsFree, shared()).tick();

		verify(this.claims).claim(List.of(), List.of(), StepSchedule.SHARED_INTERVAL_MS);
	}

	@Test
	void earlyPollsAreSentAlsoWithoutAStep() throws Exception {
		QueueMemory memory = new QueueMemory(-1);
		memory.update(snapshot(5, 0, -1), System.nanoTime());
		memory.earlyPresence().note(new QueueTicket(42, UUID.randomUUID(), 3, NOW), Duration.ofMinutes(1));
		given(this.memories.find(42)).willReturn(Optional.of(memory));

		this.tick.tick();

		verify(this.presence).send(this.queue);
		verify(this.store, never()).step(any());
	}

	@Test
	void drawIsPublishedOnlyAfterTheOpening() throws Exception {
		QueueSnapshot open = snapshot(5, 0, 5);
		given(this.store.step(this.queue)).willReturn(snapshot(5, 0, -1)).willReturn(open);

		this.tick.tick();
		verify(this.publisher, never()).publish(any(), any());
		this.tick.tick();
		verify(this.publisher).publish(this.queue, open);
	}

	@Test
	void emptyQueueRetiresAMinuteAfterTheLastJoin() throws Exception {
		given(this.store.step(this.queue)).willReturn(snapshot(0, 0, 0));
		long minuteAgo = NOW.minusSeconds(60).toEpochMilli();
		given(this.liveQueues.retire(this.queue, minuteAgo)).willReturn(false).willReturn(true);

		this.tick.tick();
		verify(this.memories, never()).remove(42);
		this.tick.tick();
		verify(this.memories).remove(42);
	}

	@Test
	void lostMarkOfALiveQueueIsRestored() throws Exception {
		QueueMemory lost = new QueueMemory(0);
		lost.update(snapshot(3, 0, 0), 1);
		QueueMemory empty = new QueueMemory(0);
		empty.update(snapshot(0, 0, 0), 1);
		given(this.memories.all()).willReturn(Map.of(7L, lost, 8L, empty));
		given(this.liveQueues.findLiveConcerts()).willReturn(Set.of());

		this.tick.tick();

		verify(this.liveQueues).markLive(7);
		verify(this.memories).remove(8);
		verify(this.liveQueues, never()).markLive(8);
	}

	@Test
	void outageEndsOnlyThisTick() throws Exception {
		given(this.store.step(this.queue)).willThrow(new RedisConnectionFailureException("gone"))
			.willThrow(new IllegalStateException("broken"))
			.willReturn(snapshot(1, 1, 0));

		this.tick.tick();
		this.tick.tick();
		this.tick.tick();

		verify(this.store, times(3)).step(this.queue);
	}

	@Test
	@ProvesRule(rule = "A queue of a later concert is left alone for a second, and others go on",
			guard = "StepSchedule.decide", brokenBy = "leaving out stepPause")
	void queueOfALaterConcertIsLeftAloneForAWhile(CapturedOutput log) throws Exception {
		QueueContext other = queue(43);
		given(this.liveQueues.findLiveConcerts()).willReturn(Set.of("42", "43"));
		given(this.memories.find(42)).willReturn(Optional.of(this.queue.memory()));
		given(this.store.step(this.queue)).willThrow(new EarlierConcertException());
		given(this.store.step(other)).willReturn(snapshot(1, 1, 0));

		this.tick.tick();
		this.tick.tick();

		verify(this.store, times(1)).step(this.queue);
		verify(this.store, times(2)).step(other);
		assertThat(log.getAll()).doesNotContain("store is not available");
	}

	@Test
	void brokenQueueDoesNotStopOthers() throws Exception {
		QueueContext other = queue(43);
		given(this.liveQueues.findLiveConcerts()).willReturn(Set.of("42", "43"));
		willThrow(new IllegalStateException("broken")).given(this.store).step(this.queue);
		given(this.store.step(other)).willReturn(snapshot(1, 1, 0));

		this.tick.tick();

		verify(this.store).step(other);
	}

	private QueueTickJob tick(QueueStepExecutor steps, StepSchedule schedule) {
		return new QueueTickJob(this.store, this.liveQueues, this.queues, this.memories, this.publisher, this.presence,
				mock(), steps, schedule, this.claims, Clock.fixed(NOW, ZoneOffset.UTC));
	}

	/** A schedule that leaves each step to whoever claims it. */
	private static StepSchedule shared() {
		StepSchedule schedule = mock();
		given(schedule.decide(any(QueueMemory.class))).willReturn(StepSchedule.Turn.SHARED);
		return schedule;
	}

	private QueueContext queue(long concert) {
		QueueContext one = new QueueContext(concert, TERMS, new QueueMemory(0));
		given(this.queues.createContext(concert)).willReturn(one);
		return one;
	}

	private static QueueSnapshot snapshot(long waiting, long inside, long lots) {
		return new QueueSnapshot("epoch-01", NOW.toEpochMilli(), waiting, 0, 0, waiting, inside, 7_200, lots, 0, 0, 0,
				0, 0, 0, NOW.toEpochMilli(), false, List.of());
	}

}
