package app.frontrow.waitingroom.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.SaleTerms;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.waitingroom.edge.PublicQueueState.PollAfter;
import app.frontrow.waitingroom.memory.QueueWithEndedPlaces;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.queue.PollIntervalPolicy;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/**
 * Answers what everybody may know about a queue, from the memory of this instance. The
 * answer is made once a second for all. No store is asked.
 */
@Service
public class PublicQueueService {

	private static final long RENEW_AFTER_NANOS = Duration.ofSeconds(1).toNanos();

	/**
	 * While this instance hears nothing of the queue, an answer is good for this long.
	 */
	private static final long KEEP_NANOS = Duration.ofSeconds(5).toNanos();

	private static final int MAX_KEPT = 10_000;

	private final CatalogueQueryService catalogue;

	private final QueueMemoryRegistry memories;

	private final QueueControlService controls;

	private final QueueSettings settings;

	private final PollIntervalPolicy pace;

	private final Clock clock;

	private final Cache<Long, Made> states = Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

	PublicQueueService(CatalogueQueryService catalogue, QueueMemoryRegistry memories, QueueControlService controls,
			QueueSettings settings, PollIntervalPolicy pace, Clock clock) {
		this.catalogue = catalogue;
		this.memories = memories;
		this.controls = controls;
		this.settings = settings;
		this.pace = pace;
		this.clock = clock;
	}

	/**
	 * The state of the concert's queue, at most about two seconds old.
	 * @throws NotFoundException if there is no such concert
	 * @throws DataAccessResourceFailureException if this instance has heard nothing of
	 * the queue for some seconds
	 */
	public PublicQueueState getState(long concertId) {
		return this.states.asMap()
			.compute(concertId, (id, last) -> isNewerThan(last, RENEW_AFTER_NANOS) ? last : renew(id, last))
			.state();
	}

	private Made renew(long concertId, Made last) {
		SaleTerms sale = this.catalogue.getSaleTerms(concertId);
		QueueMemory memory = this.memories.find(concertId)
			.filter((known) -> known.latestSnapshot() != null)
			.orElse(null);
		if (memory == null) {
			return new Made(stateWithoutQueue(concertId, sale), System.nanoTime());
		}
		Optional<QueueWithEndedPlaces> known = memory.freshQueue();
		if (known.isPresent()) {
			return new Made(state(concertId, sale, known.get()), System.nanoTime());
		}
		if (isNewerThan(last, KEEP_NANOS)) {
			return last;
		}
		throw new DataAccessResourceFailureException("Nothing was heard of queue " + concertId + " lately");
	}

	private static boolean isNewerThan(@Nullable Made made, long nanos) {
		return made != null && System.nanoTime() - made.at() < nanos;
	}

	/** Nobody waits, or this instance has not heard of it yet. */
	private PublicQueueState stateWithoutQueue(long concertId, SaleTerms sale) {
		QueueControl control = this.controls.findControl(concertId);
		return new PublicQueueState(concertId, phase(sale, null), control.mode(), this.clock.instant(),
				sale.salesOpenAt(), 1, 0, null, List.of(), null, sale.seatsLeft(),
				this.settings.bandWidth(control.admissionsPerSecond()), pollAfter(), control.message());
	}

	private PublicQueueState state(long concertId, SaleTerms sale, QueueWithEndedPlaces known) {
		QueueControl control = this.controls.findControl(concertId);
		QueueSnapshot queue = known.snapshot();
		return new PublicQueueState(concertId, phase(sale, queue), control.mode(), Instant.ofEpochMilli(queue.now()),
				sale.salesOpenAt(), queue.lastNumber() + 1, queue.front(), queue.isDrawn() ? queue.drawnPlaces() : null,
				EndedPlaceRanges.of(known.endedPlaces()), perMinute(queue), sale.seatsLeft(), queue.band(), pollAfter(),
				control.message());
	}

	private PollAfter pollAfter() {
		return new PollAfter(this.pace.shortestMillis(), this.pace.longestMillis());
	}

	private QueuePhase phase(SaleTerms sale, @Nullable QueueSnapshot queue) {
		if (sale.status() == SaleStatus.ENDED) {
			return QueuePhase.OVER;
		}
		if (sale.status() == SaleStatus.SOLD_OUT) {
			return QueuePhase.SOLD_OUT;
		}
		if (queue != null) {
			return queue.isDrawn() ? QueuePhase.OPEN : QueuePhase.PREQUEUE;
		}
		if (sale.status() == SaleStatus.ON_SALE) {
			return QueuePhase.OPEN;
		}
		return this.clock.instant().isBefore(this.settings.waitingRoomOpensAt(sale.salesOpenAt())) ? QueuePhase.CLOSED
				: QueuePhase.PREQUEUE;
	}

	/** With one decimal place, so that a slow queue is not told as none. */
	private static @Nullable Double perMinute(QueueSnapshot queue) {
		Double perSecond = queue.admissionsPerSecond();
		return (perSecond != null) ? Math.round(perSecond * 600) / 10.0 : null;
	}

	/**
	 * A state, and when it was made.
	 */
	private record Made(PublicQueueState state, long at) {
	}

}
