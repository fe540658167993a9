package app.frontrow.bench;

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

	double perSecond() {
		return this.requests / this.seconds;
	}

}
