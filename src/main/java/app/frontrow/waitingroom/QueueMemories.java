package app.frontrow.waitingroom;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * What this instance knows of each queue that it has seen lately.
 */
@Component
class QueueMemories {

	private final Map<Long, QueueMemory> memories = new ConcurrentHashMap<>();

	private final Draws draws;

	QueueMemories(Draws draws) {
		this.draws = draws;
	}

	QueueMemory of(long concertId) {
		return this.memories.computeIfAbsent(concertId, (id) -> new QueueMemory(this.draws.entrants(id)));
	}

	void forget(long concertId) {
		this.memories.remove(concertId);
	}

	Map<Long, QueueMemory> all() {
		return Map.copyOf(this.memories);
	}

}
