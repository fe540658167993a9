package app.frontrow.waitingroom.queue;

import java.util.List;
import java.util.Map;

import app.frontrow.waitingroom.draw.DrawService;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class DrawRecordJobTests {

	/** Time stands still, so that a slow machine makes nothing old. */
	private static final long NOW = 1_000_000_000_000L;

	private final QueueMemoryRegistry memories = mock();

	private final DrawService draws = mock();

	private final DrawRecordJob job = new DrawRecordJob(this.memories, this.draws);

	@Test
	void drawIsStoredAfterTheOpeningAlsoIfTheDatabaseWasAway() {
		given(this.memories.allOfExistingConcerts()).willReturn(Map.of(42L, memory(30), 43L, memory(-1)));
		willThrow(new DataAccessResourceFailureException("away")).willDoNothing().given(this.draws).record(42, 30);

		this.job.record();
		this.job.record();

		verify(this.draws, times(2)).record(42, 30);
		verify(this.draws, never()).record(43, -1);
	}

	private static QueueMemory memory(long drawn) {
		QueueMemory memory = new QueueMemory(-1, false, () -> NOW);
		memory.update(new QueueSnapshot("one", 0, 30, 0, 0, 0, 0, 100, drawn, 0, 0, 0, 0, 0, 0, 0, false, List.of()),
				NOW);
		return memory;
	}

}
