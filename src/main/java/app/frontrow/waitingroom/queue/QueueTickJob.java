package app.frontrow.waitingroom.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.shared.error.NotReadyException;
import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.waitingroom.memory.QueueContext;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.queue.StepSchedule.Turn;
import app.frontrow.waitingroom.redis.LiveQueueStore;
import app.frontrow.waitingroom.redis.QueueStore;
import app.frontrow.waitingroom.redis.StepClaimStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes steps in the live queues, four times a second in each, shared between the
 * instances. So admission continues while one instance runs. Repeating a step is
 * harmless. The snapshots of the steps are the answers for members far from the front.
 */
@Component
class QueueTickJob {

	private static final Logger log = LoggerFactory.getLogger(QueueTickJob.class);

	private static final Duration RETIRE_AFTER = Duration.ofMinutes(1);

	/**
	 * A random delay up to this keeps instances from taking their steps at the same
	 * moment.
	 */
	private static final int MAX_JITTER_MS = 50;

	private final QueueStore store;

	private final LiveQueueStore liveQueues;

	private final QueueService queues;

	private final QueueMemoryRegistry memories;

	private final DrawnPlacePublisher publisher;

	private final EarlyPresenceSender presence;

	private final QueueSizeMetrics sizes;

	private final QueueStepExecutor steps;

	private final StepSchedule schedule;

	private final StepClaimStore claims;

	private final Clock clock;

	private volatile boolean storeDown;

	QueueTickJob(QueueStore store, LiveQueueStore liveQueues, QueueService queues, QueueMemoryRegistry memories,
			DrawnPlacePublisher publisher, EarlyPresenceSender presence, QueueSizeMetrics sizes,
			QueueStepExecutor steps, StepSchedule schedule, StepClaimStore claims, Clock clock) {
		this.store = store;
		this.liveQueues = liveQueues;
		this.queues = queues;
		this.memories = memories;
		this.publisher = publisher;
		this.presence = presence;
		this.sizes = sizes;
		this.steps = steps;
		this.schedule = schedule;
		this.claims = claims;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 225)
	void tick() throws InterruptedException {
		Thread.sleep(ThreadLocalRandom.current().nextInt(MAX_JITTER_MS));
		try {
			Set<String> live = this.liveQueues.findLiveConcerts();
			this.memories.all().forEach((concertId, memory) -> {
				if (!live.contains(String.valueOf(concertId))) {
					markLiveIfLost(concertId, memory);
				}
			});
			this.storeDown = false;
			stepAll(live.stream().map(Long::valueOf).toList());
		}
		catch (RuntimeException failure) {
			report(failure);
		}
	}

	private void stepAll(List<Long> live) {
		Map<Turn, List<Long>> turns = live.stream().collect(Collectors.groupingBy(this::turn));
		oldestFirst(turns.getOrDefault(Turn.OWN, List.of())).forEach(this::startStep);
		List<Long> shared = turns.getOrDefault(Turn.SHARED, List.of());
		Set<Long> claimed = this.claims.claim(shared, StepSchedule.SHARED_INTERVAL_MS);
		claimed.forEach(this::startStep);
		Stream.concat(shared.stream(), turns.getOrDefault(Turn.NONE, List.of()).stream())
			.filter((concertId) -> !claimed.contains(concertId))
			.filter(this::hasPendingPresence)
			.forEach((concertId) -> this.steps.run(concertId, () -> run(concertId, this.presence::send)));
	}

	/** Reads each age once, because ages change while this sorts. */
	private List<Long> oldestFirst(List<Long> concertIds) {
		Map<Long, Long> ages = concertIds.stream().collect(Collectors.toMap((id) -> id, this::snapshotAge));
		return ages.entrySet()
			.stream()
			.sorted(Map.Entry.<Long, Long>comparingByValue().reversed())
			.map(Map.Entry::getKey)
			.toList();
	}

	private Turn turn(long concertId) {
		return this.memories.find(concertId).map(this.schedule::decide).orElse(Turn.OWN);
	}

	private long snapshotAge(long concertId) {
		return this.memories.find(concertId).map(QueueMemory::snapshotAgeMillis).orElse(Long.MAX_VALUE);
	}

	private void startStep(long concertId) {
		this.steps.run(concertId, () -> run(concertId, this::step));
	}

	private boolean hasPendingPresence(long concertId) {
		return this.memories.find(concertId).filter((memory) -> memory.earlyPresence().hasPending()).isPresent();
	}

	/** Runs a part of a tick. A failure ends only this part. */
	private void run(long concertId, Consumer<QueueContext> part) {
		try {
			part.accept(this.queues.createContext(concertId));
		}
		catch (NotReadyException logged) {
			// the next tick tries again
		}
		catch (RuntimeException failure) {
			report(failure);
		}
	}

	/**
	 * Marks the queue as live again if it has members, because then Redis has lost the
	 * mark. Otherwise it removes this instance's memory of the queue.
	 */
	private void markLiveIfLost(long concertId, QueueMemory memory) {
		QueueSnapshot latest = memory.latestSnapshot();
		if (latest != null && latest.undecided() + latest.inside() > 0) {
			this.liveQueues.markLive(concertId);
		}
		else {
			this.memories.remove(concertId);
		}
	}

	private void step(QueueContext queue) {
		QueueSnapshot snapshot = this.store.step(queue);
		if (snapshot.isDrawn()) {
			this.publisher.publish(queue, snapshot);
		}
		else {
			this.presence.send(queue);
		}
		if (snapshot.undecided() + snapshot.inside() == 0
				&& this.liveQueues.retire(queue, this.clock.instant().minus(RETIRE_AFTER).toEpochMilli())) {
			this.memories.remove(queue.concertId());
			this.sizes.recordResting(queue.concertId());
		}
	}

	private void report(RuntimeException failure) {
		if (!StoreOutageDetector.isCauseOf(failure)) {
			log.error("The steps of the queues failed; the next run tries again", failure);
		}
		else if (!this.storeDown) {
			this.storeDown = true;
			log.warn("No members are admitted while a store is not available: {}", failure.getMessage());
		}
	}

}
