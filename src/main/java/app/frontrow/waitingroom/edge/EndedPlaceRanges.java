package app.frontrow.waitingroom.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Joins the ended places into few ranges, so that an answer stays small.
 */
final class EndedPlaceRanges {

	static final int MAX_RANGES = 200;

	private EndedPlaceRanges() {
	}

	/**
	 * The places as ranges of the first and the last place, in order.
	 * <p>
	 * If there are more runs of places than ranges, neighbouring runs are joined: the
	 * earlier run moves back until it touches the later one. So no place counts too many
	 * ended places ahead of it, and a place behind all ranges counts them exactly.
	 */
	static List<List<Long>> of(SortedSet<Long> places) {
		List<List<Long>> runs = runs(places);
		int joined = (runs.size() + MAX_RANGES - 1) / MAX_RANGES;
		if (joined <= 1) {
			return runs;
		}
		List<List<Long>> ranges = new ArrayList<>();
		for (int from = 0; from < runs.size(); from += joined) {
			ranges.add(join(runs.subList(from, Math.min(runs.size(), from + joined))));
		}
		return ranges;
	}

	private static List<List<Long>> runs(SortedSet<Long> places) {
		List<List<Long>> runs = new ArrayList<>();
		long first = 0;
		long last = -1;
		for (long place : places) {
			if (place != last + 1) {
				add(runs, first, last);
				first = place;
			}
			last = place;
		}
		add(runs, first, last);
		return runs;
	}

	private static void add(List<List<Long>> runs, long first, long last) {
		if (last >= 0) {
			runs.add(List.of(first, last));
		}
	}

	private static List<Long> join(List<List<Long>> runs) {
		long count = runs.stream().mapToLong((run) -> run.get(1) - run.get(0) + 1).sum();
		long last = runs.get(runs.size() - 1).get(1);
		return List.of(last - count + 1, last);
	}

}
