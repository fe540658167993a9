package app.frontrow.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a run comes to: counts, peaks, and the promises that were broken.
 */
final class ChaosReport {

	private static final int MOST_EXAMPLES = 8;

	private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

	private final Map<String, Long> peaks = new ConcurrentSkipListMap<>();

	private final Map<String, List<String>> examples = new ConcurrentSkipListMap<>();

	private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

	/** Counts one more of these. */
	void count(String what) {
		count(what, 1);
	}

	/** Counts some more of these; 0 makes it show up in the report. */
	void count(String what, long number) {
		this.counts.computeIfAbsent(what, (name) -> new LongAdder()).add(number);
	}

	long counted(String what) {
		LongAdder count = this.counts.get(what);
		return (count != null) ? count.sum() : 0;
	}

	/** Keeps the highest value seen. */
	void peak(String what, long value) {
		this.peaks.merge(what, value, Math::max);
	}

	/** Counts one more of these and keeps the first few. */
	void example(String what, String example) {
		count(what);
		List<String> kept = this.examples.computeIfAbsent(what,
				(name) -> Collections.synchronizedList(new ArrayList<>()));
		if (kept.size() < MOST_EXAMPLES) {
			kept.add(example);
		}
	}

	/** A promise that was broken, under the name it is counted by. */
	void broken(String what, String how) {
		count(what);
		this.broken.add(what + ": " + how);
	}

	/** The promises that were broken. */
	List<String> broken() {
		return List.copyOf(this.broken);
	}

	/** All of it, for people. */
	String report() {
		StringBuilder text = new StringBuilder();
		this.counts.forEach((what, count) -> text.append("  %-44s %8d%n".formatted(what, count.sum())));
		this.peaks.forEach((what, value) -> text.append("  %-44s %8d%n".formatted(what, value)));
		this.examples.forEach(
				(what, kept) -> kept.forEach((example) -> text.append("  e.g. %s: %s%n".formatted(what, example))));
		List<String> faults = broken();
		text.append(faults.isEmpty() ? "No promise was broken.%n".formatted()
				: "%d promises were broken:%n".formatted(faults.size()));
		faults.stream().limit(40).forEach((fault) -> text.append("  ").append(fault).append('\n'));
		return text.toString();
	}

}
