package app.frontrow.office.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

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
 * The reconciliation hangs for some seconds, or {@code -Dblocked.seconds}. Meanwhile the
 * queues take their steps. The gaps between them are judged from half a minute on,
 * because one slow step on a busy machine says nothing.
 */
@RunningProduct
class BlockedReconciliationIT {

	private static final Logger log = LoggerFactory.getLogger(BlockedReconciliationIT.class);

	private static final Duration BLOCKED = Duration.ofSeconds(Integer.getInteger("blocked.seconds", 6));

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
			log.info("{} steps in {}: p99 of the gaps {} ms, the longest {} ms", gaps.size(), BLOCKED, p99, longest);
			assertThat(gaps).hasSizeGreaterThan((int) BLOCKED.toSeconds() / 2);
			if (BLOCKED.toSeconds() >= 30) {
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

	/** The times between two steps of the queue, and at the end since the last one. */
	private List<Long> watch(long concert) throws InterruptedException {
		List<Long> gaps = new ArrayList<>();
		long begin = System.nanoTime();
		long steppedAt = begin;
		long known = stepTime(concert);
		while (System.nanoTime() - begin < BLOCKED.toNanos()) {
			Thread.sleep(5);
			long now = stepTime(concert);
			if (now != known) {
				gaps.add((System.nanoTime() - steppedAt) / 1_000_000);
				steppedAt = System.nanoTime();
				known = now;
			}
		}
		gaps.add((System.nanoTime() - steppedAt) / 1_000_000);
		return gaps;
	}

	private long stepTime(long concert) {
		return this.memories.find(concert).orElseThrow().latestSnapshot().now();
	}

}
