package app.frontrow.shared.web.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

class VirtualThreadYieldFilterTests {

	/** Requests that a client sends one after the other before it gives up. */
	private static final int MANY = 1_000_000;

	/** As many clients take every core. */
	private static final int CORES = Integer.getInteger("jdk.virtualThreadScheduler.parallelism",
			Runtime.getRuntime().availableProcessors());

	private final VirtualThreadYieldFilter filter = new VirtualThreadYieldFilter();

	private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor();

	/**
	 * The clients send request after request and never wait. One of them wakes somebody,
	 * as the reader of connections does, who has no core until a client lets others go
	 * first.
	 */
	@Test
	@Timeout(60)
	@EnabledForJreRange(min = JRE.JAVA_21)
	@ProvesRule(rule = "Requests take turns on a core (Java 21 and later)", guard = "VirtualThreadYieldFilter.doFilter",
			brokenBy = "leaving out yield")
	void laterRequestRunsWhileAnotherConnectionIsBusy() throws Exception {
		this.threads.setVirtualThreads(true);
		CountDownLatch waiting = new CountDownLatch(1);
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch running = new CountDownLatch(CORES);
		AtomicBoolean served = new AtomicBoolean();
		CompletableFuture<Boolean> servedInTime = new CompletableFuture<>();
		this.threads.execute(() -> {
			waiting.countDown();
			await(arrived);
			served.set(true);
		});
		waiting.await();
		for (int i = 1; i < CORES; i++) {
			this.threads.execute(() -> {
				takeACore(running);
				while (!servedInTime.isDone()) {
					request();
				}
			});
		}

		this.threads.execute(() -> {
			takeACore(running);
			arrived.countDown();
			servedInTime.complete(requestUntil(served));
		});

		assertThat(servedInTime.get()).isTrue();
	}

	/** Sends request after request; whether the end came before the client gave up. */
	private boolean requestUntil(AtomicBoolean end) {
		for (int i = 0; i < MANY && !end.get(); i++) {
			request();
		}
		return end.get();
	}

	private void request() {
		try {
			this.filter.doFilter(null, null, (request, response) -> {
			});
		}
		catch (Exception failure) {
			throw new IllegalStateException(failure);
		}
	}

	private static void takeACore(CountDownLatch running) {
		running.countDown();
		while (running.getCount() > 0) {
			Thread.onSpinWait();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ending) {
			Thread.currentThread().interrupt();
		}
	}

}
