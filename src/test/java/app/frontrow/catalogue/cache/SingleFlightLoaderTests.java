package app.frontrow.catalogue.cache;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class SingleFlightLoaderTests {

	private final AtomicInteger reads = new AtomicInteger();

	private final CountDownLatch mayEnd = new CountDownLatch(1);

	private final Set<Integer> answers = ConcurrentHashMap.newKeySet();

	private final SingleFlightLoader<Long, Integer> flight = new SingleFlightLoader<>(this::slowly);

	@Test
	@ProvesRule(rule = "An unknown concert is read once, however many wait for it", guard = "SingleFlightLoader.read",
			brokenBy = "letting each thread read")
	void manyReadersOfOneKeyReadOnce() throws InterruptedException {
		List<Thread> threads = IntStream.range(0, 32).mapToObj((i) -> reader(1)).toList();
		threads.forEach(SingleFlightLoaderTests::awaitWaiting);
		assertThat(this.reads).hasValue(1);

		this.mayEnd.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(this.reads).hasValue(1);
		assertThat(this.answers).containsExactly(1);
		assertThat(this.flight.read(1L)).isEqualTo(2);
	}

	@Test
	void otherKeyDoesNotWait() throws InterruptedException {
		Thread slow = reader(1);
		awaitWaiting(slow);

		assertThat(this.flight.read(2L)).isEqualTo(2);

		this.mayEnd.countDown();
		slow.join();
	}

	@Test
	void threadInATransactionReadsItself() throws InterruptedException {
		Thread slow = reader(1);
		awaitWaiting(slow);

		new NoOpTransactionExecutor().commit(() -> {
			Thread.currentThread().interrupt();
			// a wait for the slow reader would not end, and one of its own ends at once
			assertThatThrownBy(() -> this.flight.read(1L)).isInstanceOf(IllegalStateException.class);
		});

		assertThat(this.reads).hasValue(2);
		this.mayEnd.countDown();
		slow.join();
	}

	@Test
	void failureIsTriedAgain() {
		assertThatThrownBy(() -> this.flight.read(-1L)).isInstanceOf(IllegalArgumentException.class)
			.hasMessage("read 1");
		assertThatThrownBy(() -> this.flight.read(-1L)).hasMessage("read 2");
	}

	private static void awaitWaiting(Thread thread) {
		while (thread.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
	}

	private Thread reader(long key) {
		Thread thread = new Thread(() -> this.answers.add(this.flight.read(key)));
		thread.start();
		return thread;
	}

	private int slowly(long key) {
		int number = this.reads.incrementAndGet();
		if (key < 0) {
			throw new IllegalArgumentException("read " + number);
		}
		if (key == 1) {
			try {
				this.mayEnd.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return number;
	}

}
