package app.frontrow.waitingroom;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class QueueFiguresReaderTests {

	private static final long THREE_SECONDS = Duration.ofSeconds(3).toNanos();

	private final QueueMemoryRegistry memories = mock();

	@Test
	@ProvesRule(rule = "The history counts the last members of a queue that nobody is in any more",
			guard = "QueueFiguresReader.findFresh", brokenBy = "reading freshSnapshot")
	void figuresOfAnIdleQueueStayFreshUntilItsNextStep() {
		QueueMemory idle = memory(0);
		QueueMemory busy = memory(1);
		given(this.memories.all()).willReturn(Map.of(42L, idle, 43L, busy));

		assertThat(new QueueFiguresReader(this.memories).findFresh()).containsOnlyKeys(42L);
	}

	/** A memory whose snapshot is three seconds old. */
	private static QueueMemory memory(long inside) {
		QueueMemory memory = new QueueMemory(-1, false, () -> THREE_SECONDS);
		memory.update(new QueueSnapshot("one", 0, 30, 30, 0, 0, inside, 100, 30, 0, 0, 0, 0, 0, 0, 0, false, List.of()),
				0);
		return memory;
	}

}
