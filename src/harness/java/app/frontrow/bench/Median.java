package app.frontrow.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The median of several rounds.
 */
final class Median {

	private Median() {
	}

	/** NaN if there are no rounds. */
	static <T> double of(List<T> rounds, ToDoubleFunction<T> value) {
		double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
		if (sorted.length == 0) {
			return Double.NaN;
		}
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}

}
