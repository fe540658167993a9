package app.frontrow.waitingroom;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;

import org.springframework.stereotype.Component;

/**
 * Tells what the live waiting rooms have counted, from the memory of this instance. It
 * asks no store. Each instance hears of every live queue four times a second.
 */
@Component
public class QueueFiguresReader {

	private final QueueMemoryRegistry memories;

	QueueFiguresReader(QueueMemoryRegistry memories) {
		this.memories = memories;
	}

	/**
	 * The latest figures of a queue. While Redis is away they get old.
	 * @return empty if the queue is not live, or this instance has not heard of it yet
	 */
	public Optional<QueueFigures> find(long concertId) {
		return this.memories.find(concertId).map(QueueMemory::latestSnapshot).map(QueueFiguresReader::figures);
	}

	/**
	 * The figures of all live queues by concert, without those that are old or
	 * incomplete. Those of a queue without members are not old for some seconds, because
	 * it is stepped rarely.
	 */
	public Map<Long, QueueFigures> findFresh() {
		Map<Long, QueueFigures> found = new HashMap<>();
		this.memories.all()
			.forEach((concertId, memory) -> memory.freshQueue()
				.ifPresent((queue) -> found.put(concertId, figures(queue.snapshot()))));
		return found;
	}

	private static QueueFigures figures(QueueSnapshot queue) {
		Double perSecond = queue.admissionsPerSecond();
		return new QueueFigures(Instant.ofEpochMilli(queue.now()), queue.lastNumber(), queue.undecided(),
				queue.inside(), queue.admittedCount(), queue.lapsedCount(),
				(perSecond != null) ? Math.round(perSecond * 600) / 10.0 : null,
				(perSecond != null && perSecond > 0) ? (long) Math.ceil(queue.undecided() / perSecond) : null);
	}

}
