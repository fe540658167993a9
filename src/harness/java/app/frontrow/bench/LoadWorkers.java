package app.frontrow.bench;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does a number of operations, some at a time, and measures each.
 */
final class LoadWorkers {

	private static final int LONGEST_MINUTES = 5;

	private LoadWorkers() {
	}

	/**
	 * Does the operation for each index from 0 on.
	 * @param threads how many at a time
	 * @param count how many in all
	 */
	static LoadResult measure(int threads, int count, Operation operation) {
		long[] nanos = new long[count];
		AtomicInteger next = new AtomicInteger();
		AtomicInteger errors = new AtomicInteger();
		ExecutorService workers = Executors.newFixedThreadPool(threads);
		long begin = System.nanoTime();
		for (int i = 0; i < threads; i++) {
			workers.execute(() -> {
				for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
					long from = System.nanoTime();
					if (!succeeds(operation, index)) {
						errors.incrementAndGet();
					}
					nanos[index] = System.nanoTime() - from;
				}
			});
		}
		awaitEnd(workers);
		double seconds = (System.nanoTime() - begin) / 1e9;
		Arrays.sort(nanos);
		return new LoadResult(count, seconds, quantile(nanos, 0.5), quantile(nanos, 0.99), errors.get());
	}

	/** Does the operation for each index; all must succeed. */
	static void prepare(int threads, int count, Operation operation) {
		LoadResult result = measure(threads, count, operation);
		if (result.errors() > 0) {
			throw new IllegalStateException(result.errors() + " of " + count + " preparations failed");
		}
	}

	private static boolean succeeds(Operation operation, int index) {
		try {
			return operation.run(index);
		}
		catch (Exception failure) {
			System.err.println(failure);
			return false;
		}
	}

	private static void awaitEnd(ExecutorService workers) {
		workers.shutdown();
		try {
			if (!workers.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
				workers.shutdownNow();
				throw new IllegalStateException("A round did not end within minutes");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static double quantile(long[] sorted, double quantile) {
		return (sorted.length > 0) ? sorted[(int) (quantile * (sorted.length - 1))] / 1e6 : 0;
	}

	/** One operation. */
	@FunctionalInterface
	interface Operation {

		/** Whether it succeeded. */
		boolean run(int index) throws Exception;

	}

}
