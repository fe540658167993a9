package app.frontrow.waitingroom.memory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import app.frontrow.waitingroom.draw.DrawService;

import org.springframework.stereotype.Component;

/**
 * Keeps this instance's memories of all queues that are live.
 */
@Component
public class QueueMemoryRegistry {

	private final Map<Long, QueueMemory> memories = new ConcurrentHashMap<>();

	private final DrawService draws;

	QueueMemoryRegistry(DrawService draws) {
		this.draws = draws;
	}

	public QueueMemory getOrCreate(long concertId) {
		return this.memories.computeIfAbsent(concertId, (id) -> new QueueMemory(this.draws.findEntrantCount(id)));
	}

	/** Returns the memory of a queue whose draw cannot be read at the moment. */
	public QueueMemory createWithoutRecord(long concertId) {
		return this.memories.computeIfAbsent(concertId, (id) -> new QueueMemory(-1));
	}

	/** Returns the memory of a queue that this instance has seen lately. */
	public Optional<QueueMemory> find(long concertId) {
		return Optional.ofNullable(this.memories.get(concertId));
	}

	public void remove(long concertId) {
		this.memories.remove(concertId);
	}

	public Map<Long, QueueMemory> all() {
		return Map.copyOf(this.memories);
	}

}
