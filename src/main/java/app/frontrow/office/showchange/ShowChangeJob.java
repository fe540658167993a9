package app.frontrow.office.showchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import app.frontrow.booking.ShowOrderService;
import app.frontrow.booking.office.SeatBlockService;
import app.frontrow.booking.refund.RefundRequest.StaffDecision;
import app.frontrow.catalogue.ConcertHasSalesException;
import app.frontrow.catalogue.ShowChangeService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.office.showchange.ShowJob.Kind;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.store.StoreOutageDetector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refunds the orders of cancelled shows, and gives the orders of moved shows the new
 * date. Each order is changed and counted in one transaction. So an instance may end at
 * any moment, and another one continues. Several instances share the jobs.
 */
@Component
class ShowChangeJob {

	/** Longer than the work on all orders of a show. */
	private static final Duration LEASE = Duration.ofSeconds(30);

	/**
	 * The pause after orders that failed, and before the job looks for late orders again.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	/**
	 * Other instances may sell seats with the old date for about a second. So the job
	 * looks for orders of a moved show until this time has passed.
	 */
	private static final Duration LATE_ORDERS = Duration.ofSeconds(15);

	private static final List<Integer> ALL_SEATS = IntStream.rangeClosed(1, Show.SEATS).boxed().toList();

	private static final Logger log = LoggerFactory.getLogger(ShowChangeJob.class);

	private final ShowJobRepository jobs;

	private final ShowOrderService orders;

	private final SeatBlockService blocks;

	private final ShowChangeService shows;

	private final RetryingTransactionExecutor transactions;

	private final Clock clock;

	ShowChangeJob(ShowJobRepository jobs, ShowOrderService orders, SeatBlockService blocks, ShowChangeService shows,
			RetryingTransactionExecutor transactions, Clock clock) {
		this.jobs = jobs;
		this.orders = orders;
		this.blocks = blocks;
		this.shows = shows;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 1_000)
	void run() {
		try {
			this.jobs.findDue()
				.stream()
				.filter((job) -> write(() -> this.jobs.lease(job.id(), LEASE)))
				.forEach(this::work);
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("Orders of a changed show could not be followed up; another try follows", failure);
			}
		}
	}

	private void work(ShowJob job) {
		if (job.kind() == Kind.CANCEL) {
			refundAll(job);
		}
		else {
			moveAll(job);
		}
	}

	private void refundAll(ShowJob job) {
		StaffDecision decision = new StaffDecision(job.username(), job.reason(), true);
		int failed = forEach(this.orders.findLive(job.showId()),
				(order) -> this.orders.clear(order, decision, (amount) -> this.jobs.count(job.id(), amount)));
		releaseBlockedSeats(job);
		try {
			this.shows.removeSeats(job.concertId(), job.showId());
			finish(job);
		}
		catch (ConcertHasSalesException late) {
			retry(job, failed);
		}
	}

	private void releaseBlockedSeats(ShowJob job) {
		Show show = new Show(job.showId(), job.concertId(), job.startsAt(), 0);
		write(() -> {
			int released = this.blocks.release(show, ALL_SEATS).size();
			if (released > 0) {
				this.blocks.countReleased(show, released);
			}
			return true;
		});
	}

	private void moveAll(ShowJob job) {
		Instant movesTo = Objects.requireNonNull(job.movesTo());
		Instant refundUntil = Objects.requireNonNull(job.refundUntil());
		int failed = forEach(this.orders.findNotMoved(job.showId(), movesTo),
				(order) -> this.orders.move(order, movesTo, refundUntil, () -> this.jobs.count(job.id(), 0)));
		boolean waits = this.clock.instant().isBefore(Objects.requireNonNull(job.createdAt()).plus(LATE_ORDERS));
		if (failed > 0 || waits) {
			retry(job, failed);
		}
		else {
			finish(job);
		}
	}

	private void retry(ShowJob job, int failed) {
		write(() -> this.jobs.retry(job.id(), failed, PAUSE));
	}

	private void finish(ShowJob job) {
		write(() -> this.jobs.finish(job.id()));
	}

	private boolean write(Supplier<Boolean> statement) {
		return this.transactions.run(statement);
	}

	/** Returns for how many orders the work failed. */
	private static int forEach(List<UUID> orders, Consumer<UUID> work) {
		int failed = 0;
		for (UUID order : orders) {
			try {
				work.accept(order);
			}
			catch (RuntimeException failure) {
				if (StoreOutageDetector.isCauseOf(failure)) {
					throw failure;
				}
				failed++;
				log.error("The order {} of a changed show could not be followed up; another try follows", order,
						failure);
			}
		}
		return failed;
	}

}
