package app.frontrow.waitingroom.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

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
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

@ExtendWith(OutputCaptureExtension.class)
class QueueTickJobTests {

	/** Time stands still, so that a slow machine makes nothing old. */
	private static final long NANOS = 1_000_000_000_000L;

	private static final Instant NOW = Instant.ofEpochSecond(1_900_000_000);

	private static final QueueTerms TERMS = new QueueTerms(100, 20, QueueMode.OPEN, 77, Instant.EPOCH);

	private final QueueStore store = mock();

	private final LiveQueueStore liveQueues = mock();

	private final QueueService queues = mock();

	private final QueueMemoryRegistry memories = mock();

	private final DrawnPlacePublisher publisher = mock();

	private final EarlyPresenceSender presence = mock();

	private final StepClaimStore claims = mock();

	private final QueueTickJob tick = new QueueTickJob(this.store, this.liveQueues, this.queues, this.memories,
			this.publisher, this.presence, mock(), new QueueStepExecutor(Runnable::run),
			new StepSchedule(QueueFixture.PATIENT), this.claims, Clock.fixed(NOW, ZoneOffset.UTC));

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
		List.of(42L, 43L).forEach((concert) -> {
			QueueMemory memory = new QueueMemory(0, false, () -> NANOS);
			memory.update(snapshot(5, 0, 0), NANOS - 300_000_000L);
			given(this.memories.find(concert)).willReturn(Optional.of(memory));
		});
		given(this.claims.claim(any(), anyLong())).willReturn(Set.of(42L));
		given(this.store.step(this.queue)).willReturn(snapshot(5, 0, 0));

		this.tick.tick();

		verify(this.store).step(this.queue);
		verify(this.store, times(1)).step(any());
	}

	@Test
	@ProvesRule(rule = "Snapshots may change while the oldest are found", guard = "QueueTickJob.oldestFirst",
			brokenBy = "sorting by ages that are read again for each comparison")
	void ageOfEachSnapshotIsReadOnceForTheOrder() throws Exception {
		AtomicInteger reads = new AtomicInteger();
		Set<String> live = new HashSet<>();
		for (long concert = 100; concert < 200; concert++) {
			live.add(String.valueOf(concert));
			queue(concert);
			QueueMemory memory = new QueueMemory(0, false, () -> NANOS + reads.incrementAndGet());
			memory.update(snapshot(5, 0, 0), NANOS - 10_000_000_000L);
			given(this.memories.find(concert)).willReturn(Optional.of(memory));
		}
		given(this.liveQueues.findLiveConcerts()).willReturn(live);
		given(this.store.step(any())).willReturn(snapshot(5, 0, 0));
		reads.set(0);

		this.tick.tick();

		verify(this.store, times(live.size())).step(any());
		assertThat(reads.get()).as("once for the turn and once for the order").isLessThanOrEqualTo(2 * live.size());
	}

	@Test
	void earlyPollsAreSentAlsoWithoutAStep() throws Exception {
		QueueMemory memory = new QueueMemory(-1, false, () -> NANOS);
		memory.update(snapshot(5, 0, -1), NANOS);
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
		QueueMemory lost = new QueueMemory(0, false, () -> NANOS);
		lost.update(snapshot(3, 0, 0), 1);
		QueueMemory empty = new QueueMemory(0, false, () -> NANOS);
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
	@ProvesRule(rule = "A queue of a later concert is not reported as an outage", guard = "QueueTickJob.run",
			brokenBy = "leaving out NotReadyException")
	void queueOfALaterConcertIsNoOutage(CapturedOutput log) throws Exception {
		QueueContext other = queue(43);
		given(this.liveQueues.findLiveConcerts()).willReturn(Set.of("42", "43"));
		given(this.store.step(this.queue)).willThrow(new EarlierConcertException());
		given(this.store.step(other)).willReturn(snapshot(1, 1, 0));

		this.tick.tick();

		verify(this.store).step(other);
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

	private QueueContext queue(long concert) {
		QueueContext one = new QueueContext(concert, TERMS, new QueueMemory(0, false, () -> NANOS));
		given(this.queues.createContext(concert)).willReturn(one);
		return one;
	}

	private static QueueSnapshot snapshot(long waiting, long inside, long lots) {
		return new QueueSnapshot("epoch-01", NOW.toEpochMilli(), waiting, 0, 0, waiting, inside, 7_200, lots, 0, 0, 0,
				0, 0, 0, NOW.toEpochMilli(), false, List.of());
	}

}
