package app.frontrow.office.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import app.frontrow.RunningProduct;
import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Position;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * The reconciliation hangs until a queue has taken some steps, or
 * {@code -Dblocked.steps}. The gaps between the steps are judged from a hundred steps on,
 * because one slow step on a busy machine says nothing.
 */
@RunningProduct
class BlockedReconciliationIT {

	private static final Logger log = LoggerFactory.getLogger(BlockedReconciliationIT.class);

	private static final int STEPS = Integer.getInteger("blocked.steps", 20);

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch end = new CountDownLatch(1);

	@Autowired
	private ThreadPoolTaskScheduler scheduler;

	@Autowired
	private WaitingRoomService waitingRoom;

	@Autowired
	private CatalogueEditService programme;

	@Autowired
	private QueueMemoryRegistry memories;

	@Test
	@ProvesRule(rule = "A job that hangs delays no steps of queues", guard = "SchedulingConfiguration.taskScheduler",
			brokenBy = "running all jobs on one thread")
	void queuesTakeTheirStepsWhileTheReconciliationHangs() throws InterruptedException {
		long concert = ConcertFixture.onSale(this.programme, 1);
		this.waitingRoom.join(concert, UUID.randomUUID());
		await().until(() -> this.memories.find(concert).map(QueueMemory::latestSnapshot).isPresent());
		this.scheduler.execute(hangingJob()::run);
		try {
			this.begun.await();
			List<Long> gaps = watch(concert);
			long longest = gaps.stream().mapToLong(Long::longValue).max().getAsLong();
			long p99 = gaps.stream().sorted().skip(gaps.size() * 99L / 100).findFirst().get();
			log.info("{} steps in {} ms: p99 of the gaps {} ms, the longest {} ms", STEPS,
					gaps.stream().mapToLong(Long::longValue).sum(), p99, longest);
			if (STEPS >= 100) {
				assertThat(p99).isLessThan(1_000);
			}
		}
		finally {
			this.end.countDown();
		}
	}

	private ReconciliationJob hangingJob() {
		ReconciliationChecker checker = mock();
		given(checker.checkPage(any(), anyInt())).willAnswer((call) -> {
			this.begun.countDown();
			this.end.await();
			throw new IllegalStateException("The test is over");
		});
		ReconciliationProgressRepository progress = mock();
		given(progress.beginPiece(any())).willReturn(Optional.of(Position.START));
		return new ReconciliationJob(checker, progress, mock(), Clock.systemUTC());
	}

	/** The times between the steps of the queue, in milliseconds. */
	private List<Long> watch(long concert) {
		List<Long> gaps = new ArrayList<>();
		AtomicLong known = new AtomicLong(stepTime(concert));
		AtomicLong steppedAt = new AtomicLong(System.nanoTime());
		await().timeout(Duration.ofSeconds(10 + STEPS)).pollInterval(Duration.ofMillis(5)).until(() -> {
			long latest = stepTime(concert);
			if (known.getAndSet(latest) != latest) {
				long now = System.nanoTime();
				gaps.add((now - steppedAt.getAndSet(now)) / 1_000_000);
			}
			return gaps.size() >= STEPS;
		});
		return gaps;
	}

	private long stepTime(long concert) {
		return this.memories.find(concert).orElseThrow().latestSnapshot().now();
	}

}
