package app.frontrow.office.board;

import java.time.Duration;

import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.waitingroom.QueueFiguresReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Records the history of sales per minute. One instance at a time does this, and any
 * instance can do it. So the history continues while at least one instance runs. Requests
 * do no work for it.
 */
@Component
class SaleHistoryJob {

	private static final Logger log = LoggerFactory.getLogger(SaleHistoryJob.class);

	/** How often the history is written, by all instances together. */
	static final Duration PERIOD = Duration.ofSeconds(2);

	private final SaleHistoryWriter history;

	private final QueueFiguresReader queues;

	SaleHistoryJob(SaleHistoryWriter history, QueueFiguresReader queues) {
		this.history = history;
		this.queues = queues;
	}

	@Scheduled(fixedDelay = 1000)
	void run() {
		try {
			this.history.takeTurn(PERIOD).ifPresent(this::write);
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("The history of sales could not be written; the next run tries again", failure);
			}
		}
	}

	private void write(SaleHistoryWriter.Turn turn) {
		if (this.history.write(turn, this.queues.findFresh()) && turn.beginsHour()) {
			this.history.deleteOld();
		}
	}

}
