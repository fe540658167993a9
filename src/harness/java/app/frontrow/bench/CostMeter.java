package app.frontrow.bench;

import java.net.URI;

/**
 * Measures the cost of a request: sends some, one after the other, and subtracts what the
 * idle server does in the same time.
 */
final class CostMeter implements AutoCloseable {

	private static final int IDLE_MILLIS = 3_000;

	private final BenchDatabase database;

	private final URI redis;

	private final AllocationMeter allocation;

	private Counts idlePerSecond = new Counts(0, 0, 0);

	CostMeter(BenchDatabase database, String redisUrl, ServerProcess product) {
		this.database = database;
		this.redis = URI.create(redisUrl);
		this.allocation = new AllocationMeter(product.jmxPort());
	}

	/** Measures what the server does while nobody asks. */
	void measureIdle() {
		this.idlePerSecond = new Counts(0, 0, 0);
		BenchSleeper.millis(500);
		RequestCost cost = measure(1, (index) -> {
			BenchSleeper.millis(IDLE_MILLIS);
			return true;
		});
		double seconds = IDLE_MILLIS / 1e3;
		this.idlePerSecond = new Counts(cost.statements() / seconds, cost.redisCalls() / seconds,
				cost.kilobytes() * 1024 / seconds);
	}

	/**
	 * Measures the cost of one request.
	 * @param requests how many are sent
	 */
	RequestCost measure(int requests, LoadWorkers.Operation operation) {
		try (RedisCommandCounter monitor = new RedisCommandCounter(this.redis)) {
			Counts before = counts(monitor);
			LoadResult load = LoadWorkers.measure(1, requests, operation);
			Counts after = counts(monitor);
			if (load.errors() > 0) {
				return RequestCost.UNKNOWN;
			}
			// counting takes a moment, and one statement
			double seconds = load.seconds() + 0.1;
			return new RequestCost(
					(after.statements - before.statements - 1 - this.idlePerSecond.statements * seconds) / requests,
					(after.redis - before.redis - this.idlePerSecond.redis * seconds) / requests,
					(after.bytes - before.bytes - this.idlePerSecond.bytes * seconds) / requests / 1024);
		}
	}

	private Counts counts(RedisCommandCounter monitor) {
		return new Counts(this.database.statements(), monitor.commands(), this.allocation.bytes());
	}

	@Override
	public void close() {
		this.allocation.close();
	}

	private record Counts(double statements, double redis, double bytes) {
	}

}
