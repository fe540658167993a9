package app.frontrow.shared.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

class CachedDatabaseValueTests {

	private final AtomicInteger readings = new AtomicInteger();

	private final CountDownLatch firstBegan = new CountDownLatch(1);

	private final CountDownLatch firstMayEnd = new CountDownLatch(1);

	private final ExecutorService callers = Executors.newCachedThreadPool();

	private final CachedDatabaseValue<Integer> value = new CachedDatabaseValue<>("number", 0, () -> {
		int reading = this.readings.incrementAndGet();
		if (reading == 1) {
			this.firstBegan.countDown();
			await(this.firstMayEnd);
		}
		return reading;
	});

	@AfterEach
	void stop() {
		this.firstMayEnd.countDown();
		this.callers.shutdownNow();
	}

	@Test
	void callersWithoutTransactionShareAReading() throws Exception {
		Future<Integer> first = this.callers.submit(() -> this.value.get(Duration.ofMinutes(1)));
		await(this.firstBegan);
		Future<Integer> second = this.callers.submit(() -> this.value.get(Duration.ofMinutes(1)));
		this.firstMayEnd.countDown();

		assertThat(first.get(10, TimeUnit.SECONDS)).isOne();
		assertThat(second.get(10, TimeUnit.SECONDS)).isOne();
		assertThat(this.value.getKnown()).isOne();
	}

	@Test
	@ProvesRule(rule = "A transaction never waits for another reader of a recent value",
			guard = "CachedDatabaseValue.get", brokenBy = "waiting for the reader in a transaction, too")
	void callerInATransactionWaitsForNoOtherReader() throws Exception {
		Future<Integer> first = this.callers.submit(() -> this.value.get(Duration.ofMinutes(1)));
		await(this.firstBegan);

		Future<Integer> second = this.callers.submit(inTransaction(() -> this.value.get(Duration.ofMinutes(1))));

		assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(2);
		assertThat(first).isNotDone();
		// what it has read may not be committed
		assertThat(this.value.getKnown()).isZero();
	}

	private static <T> Callable<T> inTransaction(Callable<T> work) {
		return () -> {
			TransactionSynchronizationManager.setActualTransactionActive(true);
			try {
				return work.call();
			}
			finally {
				TransactionSynchronizationManager.clear();
			}
		};
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
