package app.frontrow.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import app.frontrow.journey.Crowd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MemberLocksTests {

	private final MemberLocks locks = new MemberLocks();

	@Test
	void workOfOneMemberRunsInSequence() {
		UUID member = UUID.randomUUID();
		AtomicInteger atWork = new AtomicInteger();
		List<Callable<Integer>> tasks = new ArrayList<>();
		for (int i = 0; i < 32; i++) {
			tasks.add(() -> this.locks.run(member, () -> {
				int now = atWork.incrementAndGet();
				Thread.yield();
				atWork.decrementAndGet();
				return now;
			}));
		}

		assertThat(Crowd.rush(tasks)).hasSize(32).containsOnly(1);
	}

	@Test
	void failureReleasesTheLock() {
		UUID member = UUID.randomUUID();
		assertThatThrownBy(() -> this.locks.run(member, () -> {
			throw new IllegalArgumentException("refused");
		})).hasMessage("refused");

		assertThat(Crowd.rush(List.of(Crowd.task(() -> this.locks.run(member, () -> "done"))))).containsExactly("done");
	}

}
