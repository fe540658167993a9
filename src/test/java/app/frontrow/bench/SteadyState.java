package app.frontrow.bench;

import java.util.function.Supplier;

/**
 * Warms up until two rounds in a row have about the same throughput.
 */
final class SteadyState {

	private static final double CLOSE = 0.1;

	private SteadyState() {
	}

	/**
	 * Repeats the round until it is steady.
	 * @param most the warm-up ends after so many rounds in any case
	 */
	static void reach(int most, Supplier<LoadResult> round) {
		double before = round.get().perSecond();
		for (int i = 1; i < most; i++) {
			double now = round.get().perSecond();
			if (Math.abs(now - before) <= CLOSE * before) {
				return;
			}
			before = now;
		}
	}

}
