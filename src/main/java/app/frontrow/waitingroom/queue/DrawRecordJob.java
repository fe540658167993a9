package app.frontrow.waitingroom.queue;

import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.waitingroom.draw.DrawService;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Stores each draw in the database after the opening. It has a thread of its own, because
 * admission must not wait for a database that is away.
 */
@Component
class DrawRecordJob {

	private static final Logger log = LoggerFactory.getLogger(DrawRecordJob.class);

	private final QueueMemoryRegistry memories;

	private final DrawService draws;

	DrawRecordJob(QueueMemoryRegistry memories, DrawService draws) {
		this.memories = memories;
		this.draws = draws;
	}

	/**
	 * Leaves out queues whose concert does not exist. A later concert with the id would
	 * inherit the draw.
	 */
	@Scheduled(fixedDelay = 100)
	void record() {
		this.memories.allOfExistingConcerts().forEach(this::record);
	}

	private void record(long concertId, QueueMemory memory) {
		QueueSnapshot latest = memory.latestSnapshot();
		if (latest == null || !latest.isDrawn()) {
			return;
		}
		try {
			this.draws.record(concertId, latest.drawnPlaces());
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("The draw of queue {} could not be stored; another try follows", concertId, failure);
			}
		}
	}

}
