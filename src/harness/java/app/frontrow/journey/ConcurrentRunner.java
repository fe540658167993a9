package app.frontrow.journey;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import app.frontrow.journey.ApiClient.Answer;

/**
 * Runs many tasks at the same time.
 */
public final class ConcurrentRunner {

	/** No crowd takes that long, on however busy a machine. */
	private static final long PATIENCE_MINUTES = 10;

	private ConcurrentRunner() {
	}

	/** For lists of lambdas, whose type the compiler would otherwise not guess. */
	public static <T> Callable<T> task(Callable<T> task) {
		return task;
	}

	/** Starts all tasks at the same moment, each in a thread of its own. */
	public static <T> List<T> rush(List<Callable<T>> tasks) {
		CountDownLatch ready = new CountDownLatch(tasks.size());
		CountDownLatch go = new CountDownLatch(1);
		List<Callable<T>> waiting = tasks.stream().map((task) -> task(() -> {
			ready.countDown();
			go.await();
			return task.call();
		})).toList();
		ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
		try {
			List<Future<T>> futures = waiting.stream().map(threads::submit).toList();
			ready.await();
			go.countDown();
			return results(futures);
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** Does all tasks, this many at a time. */
	public static <T> List<T> call(int atATime, List<Callable<T>> tasks) {
		ExecutorService threads = Executors.newFixedThreadPool(atATime);
		try {
			return results(tasks.stream().map(threads::submit).toList());
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** How often each status and code was answered. */
	public static Map<String, Integer> outcomes(List<Answer> answers) {
		return answers.stream()
			.collect(
					Collectors.groupingBy(
							(answer) -> (answer.status() < 300) ? "" + answer.status()
									: answer.status() + " " + answer.text("code"),
							Collectors.summingInt((answer) -> 1)));
	}

	private static <T> List<T> results(List<Future<T>> futures) {
		return futures.stream().map((future) -> {
			try {
				return future.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
			}
			catch (Exception failure) {
				throw new AssertionError("A task of the crowd failed: " + failure, failure);
			}
		}).toList();
	}

}
