package app.frontrow.waitingroom.queue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class QueueStepExecutorTests {

	private final QueueStepExecutor steps = new QueueStepExecutor();

	private final AtomicInteger slow = new AtomicInteger();

	private final AtomicInteger quick = new AtomicInteger();

	@Test
	void hangingStepDelaysNoOtherQueueAndIsNotTakenTwice() {
		CountDownLatch back = new CountDownLatch(1);
		for (int tick = 0; tick < 50; tick++) {
			this.steps.run(1, () -> hang(back));
			int before = this.quick.get();
			this.steps.run(2, this.quick::incrementAndGet);
			await().until(() -> this.quick.get() > before);
		}
		assertThat(this.slow).hasValue(1);

		back.countDown();
		await().until(() -> {
			this.steps.run(1, this.slow::incrementAndGet);
			return this.slow.get() > 1;
		});
	}

	private void hang(CountDownLatch back) {
		this.slow.incrementAndGet();
		try {
			back.await();
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
		}
	}

}
