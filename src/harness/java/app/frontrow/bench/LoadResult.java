package app.frontrow.bench;

import java.util.Arrays;

/**
 * The outcome of one round of load.
 *
 * @param requests how many were answered
 * @param seconds how long the round took
 * @param p50 median latency in milliseconds
 * @param p99 latency in milliseconds that one request in a hundred exceeds
 * @param errors answers that were no success, and requests without an answer
 */
record LoadResult(long requests, double seconds, double p50, double p99, long errors) {

	/**
	 * The outcome of requests with these latencies in milliseconds.
	 * @param millis negative for a request that was no success
	 */
	static LoadResult of(double[] millis, double seconds) {
		double[] sorted = Arrays.stream(millis).map(Math::abs).sorted().toArray();
		int last = sorted.length - 1;
		return new LoadResult(millis.length, seconds, sorted[last / 2], sorted[(int) (0.99 * last)],
				Arrays.stream(millis).filter((one) -> one < 0).count());
	}

	double perSecond() {
		return this.requests / this.seconds;
	}

}
