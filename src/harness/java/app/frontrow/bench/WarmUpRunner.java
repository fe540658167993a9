package app.frontrow.bench;

import java.util.function.Supplier;

/**
 * Warms up until the throughput no longer grows. The compiler of a JVM needs some ten
 * thousand requests for that.
 */
final class WarmUpRunner {

	private static final double GROWTH = 1.03;

	private static final int ROUNDS_WITHOUT_GROWTH = 5;

	private WarmUpRunner() {
	}

	/**
	 * Repeats the round until several in a row were not faster than the best before.
	 * @param most the warm-up ends after so many rounds in any case
	 */
	static void reach(int most, Supplier<LoadResult> round) {
		double best = 0;
		int withoutGrowth = 0;
		for (int i = 0; i < most && withoutGrowth < ROUNDS_WITHOUT_GROWTH; i++) {
			double now = round.get().perSecond();
			withoutGrowth = (now > best * GROWTH) ? 0 : withoutGrowth + 1;
			best = Math.max(best, now);
		}
	}

}
