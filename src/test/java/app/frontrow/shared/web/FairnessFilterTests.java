package app.frontrow.shared.web;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

class FairnessFilterTests {

	/** Requests that a client sends one after the other before it gives up. */
	private static final int MANY = 5_000_000;

	private final FairnessFilter filter = new FairnessFilter();

	private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor();

	/**
	 * As many clients as there are cores send request after request. None of them ever
	 * waits, so without a yield the one who comes later has no core until they give up.
	 */
	@Test
	@Timeout(60)
	@EnabledForJreRange(min = JRE.JAVA_21)
	void whoComesLaterIsServedWhileOthersSendRequestAfterRequest() throws Exception {
		this.threads.setVirtualThreads(true);
		int greedy = Runtime.getRuntime().availableProcessors();
		AtomicBoolean served = new AtomicBoolean();
		AtomicInteger gaveUp = new AtomicInteger();
		CountDownLatch running = new CountDownLatch(greedy);
		CountDownLatch ended = new CountDownLatch(greedy + 1);
		for (int i = 0; i < greedy; i++) {
			this.threads.execute(() -> {
				running.countDown();
				if (!requestUntil(served)) {
					gaveUp.incrementAndGet();
				}
				ended.countDown();
			});
		}
		running.await();

		this.threads.execute(() -> {
			served.set(true);
			ended.countDown();
		});

		ended.await();
		assertThat(gaveUp).hasValue(0);
	}

	private boolean requestUntil(AtomicBoolean served) {
		for (int i = 0; i < MANY && !served.get(); i++) {
			try {
				this.filter.doFilter(null, null, (request, response) -> {
				});
			}
			catch (Exception failure) {
				throw new IllegalStateException(failure);
			}
		}
		return served.get();
	}

}
