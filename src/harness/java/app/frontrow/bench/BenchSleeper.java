package app.frontrow.bench;

/**
 * Waits for a moment.
 */
final class BenchSleeper {

	private BenchSleeper() {
	}

	static void millis(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
