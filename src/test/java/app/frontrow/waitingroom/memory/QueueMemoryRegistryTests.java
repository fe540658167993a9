package app.frontrow.waitingroom.memory;

import java.time.Clock;
import java.time.Instant;

import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.draw.DrawService;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class QueueMemoryRegistryTests {

	private static final Instant ADDED = Instant.parse("2030-01-01T00:00:00Z");

	private final QueueMemoryRegistry memories = new QueueMemoryRegistry(mock(DrawService.class), Clock.systemUTC());

	@Test
	@ProvesRule(rule = "A later concert does not inherit the draw of a queue whose concert does not exist",
			guard = "QueueMemoryRegistry.allOfExistingConcerts", brokenBy = "returning all memories")
	void queueWithoutConcertIsLeftOut() {
		this.memories.getOrCreate(1, Instant.EPOCH);
		QueueMemory known = this.memories.getOrCreate(2, ADDED);
		assertThat(this.memories.allOfExistingConcerts()).containsOnlyKeys(2L).containsEntry(2L, known);
		assertThat(this.memories.all()).containsOnlyKeys(1L, 2L);

		QueueMemory added = this.memories.getOrCreate(1, ADDED);
		assertThat(this.memories.allOfExistingConcerts()).containsEntry(1L, added);
	}

}
