package app.frontrow.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the result: several rounds of one kind of request, each with a round of its
 * yardstick right before.
 */
final class BenchResultLine {

	private final String name;

	private final String yardstick;

	private final List<Round> rounds = new ArrayList<>();

	private RequestCost cost = RequestCost.UNKNOWN;

	/**
	 * A line without rounds.
	 * @param yardstick its name; null if there is none
	 */
	BenchResultLine(String name, String yardstick) {
		this.name = name;
		this.yardstick = yardstick;
	}

	/** Adds a round that has no yardstick. */
	void add(LoadResult load) {
		this.rounds.add(new Round(load, null));
	}

	/** Adds a round and that of the yardstick beside it. */
	void add(LoadResult load, LoadResult beside) {
		this.rounds.add(new Round(load, beside));
	}

	void cost(RequestCost measured) {
		this.cost = measured;
	}

	String name() {
		return this.name;
	}

	String yardstick() {
		return this.yardstick;
	}

	RequestCost cost() {
		return this.cost;
	}

	double perSecond() {
		return Median.of(this.rounds, (round) -> round.load.perSecond());
	}

	double p50() {
		return Median.of(this.rounds, (round) -> round.load.p50());
	}

	double p99() {
		return Median.of(this.rounds, (round) -> round.load.p99());
	}

	/** Throughput as a part of the yardstick's; NaN if there is none. */
	double ratio() {
		return Median.of(this.rounds.stream().filter((round) -> round.beside != null).toList(),
				(round) -> round.load.perSecond() / round.beside.perSecond());
	}

	long errors() {
		return this.rounds.stream().mapToLong((round) -> round.load.errors()).sum();
	}

	private record Round(LoadResult load, LoadResult beside) {
	}

}
