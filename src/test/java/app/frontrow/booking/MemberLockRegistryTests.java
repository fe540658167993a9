package app.frontrow.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;

import app.frontrow.journey.ConcurrentRunner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MemberLockRegistryTests {

	private final MemberLockRegistry locks = new MemberLockRegistry();

	@Test
	void holdsOfOneMemberRunOneAfterAnother() {
		UUID member = UUID.randomUUID();
		AtomicInteger atWork = new AtomicInteger();
		List<Callable<Integer>> tasks = new ArrayList<>();
		for (int i = 0; i < 32; i++) {
			tasks.add(() -> {
				Lock lock = this.locks.acquire(member);
				int now = atWork.incrementAndGet();
				Thread.yield();
				atWork.decrementAndGet();
				lock.unlock();
				return now;
			});
		}

		assertThat(ConcurrentRunner.rush(tasks)).hasSize(32).containsOnly(1);
	}

}
