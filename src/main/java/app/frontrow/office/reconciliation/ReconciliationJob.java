package app.frontrow.office.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import app.frontrow.booking.reconciliation.ReconciliationChecker;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Page;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Position;
import app.frontrow.shared.Discrepancy;
import app.frontrow.shared.store.StoreOutageDetector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Checks that seats, payments, balances and ledger agree. A pass over all of them starts
 * every ten minutes, or at once if the last pass took longer. One instance at a time
 * checks a piece of a few seconds. The next piece starts where the last one ended, on any
 * instance. A failed piece is repeated when its lease ends.
 */
@Component
class ReconciliationJob {

	/** A piece that has taken longer than this ends after its current page. */
	static final Duration MAX_PIECE_DURATION = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(ReconciliationJob.class);

	private final ReconciliationChecker reconciliation;

	private final ReconciliationProgressRepository progress;

	private final ReconciliationMetrics metrics;

	private final Clock clock;

	private final UUID runner = UUID.randomUUID();

	ReconciliationJob(ReconciliationChecker reconciliation, ReconciliationProgressRepository progress,
			ReconciliationMetrics metrics, Clock clock) {
		this.reconciliation = reconciliation;
		this.progress = progress;
		this.metrics = metrics;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 60, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void run() {
		try {
			this.progress.beginPiece(this.runner).ifPresent(this::checkPiece);
			this.metrics.update(this.progress.findLastPass());
		}
		catch (RuntimeException failure) {
			this.metrics.countFailure();
			report(failure);
		}
	}

	private void checkPiece(Position from) {
		Instant end = this.clock.instant().plus(MAX_PIECE_DURATION);
		Optional<Position> position = Optional.of(from);
		List<Discrepancy> logged = new ArrayList<>();
		long found = 0;
		do {
			Page page = this.reconciliation.checkPage(position.get(), ReconciliationChecker.PAGE_SIZE);
			found += page.differences().size();
			page.differences().stream().limit(Discrepancy.MAX_PER_CHECK - logged.size()).forEach(logged::add);
			position = page.next();
		}
		while (position.isPresent() && this.clock.instant().isBefore(end));
		if (found > 0) {
			log.error("Seats, payments and ledger disagree in {} places: {}", found, logged);
		}
		finish(position, found);
	}

	private void finish(Optional<Position> next, long found) {
		boolean saved = next.isPresent() ? this.progress.finishPiece(this.runner, next.get(), found)
				: this.progress.finishPass(this.runner, found);
		if (!saved) {
			log.warn("A piece of the reconciliation took longer than its lease; another instance repeats it");
		}
	}

	private void report(RuntimeException failure) {
		if (StoreOutageDetector.isCauseOf(failure)) {
			String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
			log.warn("A piece of the reconciliation failed, because the database is not available: {}", message);
		}
		else {
			log.error("A piece of the reconciliation failed; it will be repeated", failure);
		}
	}

}
