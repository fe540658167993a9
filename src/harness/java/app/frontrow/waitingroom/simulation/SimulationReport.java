package app.frontrow.waitingroom.simulation;

import java.time.Duration;
import java.util.Locale;

import app.frontrow.waitingroom.simulation.Counts.Kind;

/**
 * What happened in a simulation.
 */
record SimulationReport(Scenario scenario, VirtualCrowd crowd, Counts counts, FairnessCheck fairness, Duration took) {

	/** All intervals that end at the opening end within this time. */
	private static final long SPREAD_MS = 30_000;

	private static final int LONGEST_INTERVAL_S = 30;

	/** Microseconds of Redis, as measured for {@code docs/scale.md}. */
	private static final int NEAR_CALL_MICROS = 50;

	private static final int NEAR_POLL_MICROS = 15;

	private static final int TICK_MICROS = 80;

	private static final int JOIN_MICROS = 60;

	private static final int PRESENCE_MICROS = 2_500;

	long overtaken() {
		return this.fairness.overtaken();
	}

	int admitted() {
		return this.crowd.waits().length;
	}

	/**
	 * Returns calls to Redis before the opening, besides joins, as a part of the polls.
	 */
	double callsPerEarlyPoll() {
		long opensAt = this.scenario.opensAt();
		return this.counts.calls(0, opensAt) / (double) Math.max(1, this.counts.total(Kind.POLL, 0, opensAt));
	}

	/** Returns the most polls in a second after the opening. */
	int pollsAfterTheOpening() {
		long opensAt = this.scenario.opensAt();
		return this.counts.peak(Kind.POLL, opensAt, opensAt + SPREAD_MS);
	}

	/** Returns how many polls in a second the schedule allows after the opening. */
	long boundAfterTheOpening() {
		return this.scenario.members() / LONGEST_INTERVAL_S + this.scenario.band();
	}

	/** Returns the busiest second of Redis, as a part of a core. */
	double busiestSecond() {
		double most = 0;
		for (long at = 0; at < this.scenario.length(); at += 1000) {
			double micros = NEAR_CALL_MICROS * (double) this.counts.total(Kind.NEAR_CALL, at, at + 1000)
					+ NEAR_POLL_MICROS * this.counts.total(Kind.NEAR_POLL, at, at + 1000)
					+ TICK_MICROS * this.counts.total(Kind.TICK, at, at + 1000)
					+ JOIN_MICROS * this.counts.total(Kind.JOIN, at, at + 1000)
					+ PRESENCE_MICROS * this.counts.total(Kind.PRESENCE, at, at + 1000);
			most = Math.max(most, micros / 1e6);
		}
		return most;
	}

	void print() {
		double[] waits = this.crowd.waits();
		System.out.printf(Locale.ROOT, "%n%s: %,d members, %d instances, %d minutes, played in %d s%n",
				this.scenario.name(), this.scenario.members(), this.scenario.instances(),
				this.scenario.length() / 60_000, this.took.toSeconds());
		System.out.printf(Locale.ROOT, "  admitted   %,d; wait p50 %.0f s, p95 %.0f s, longest %.0f s%n", waits.length,
				quantile(waits, 0.5), quantile(waits, 0.95), quantile(waits, 1));
		System.out.printf(Locale.ROOT, "  fairness   %d overtaken; %,d were told that their place had ended%n",
				overtaken(), this.crowd.lost());
		System.out.printf(Locale.ROOT, "  polls      %s; %.2f %% asked Redis%n", this.counts.describe(Kind.POLL),
				100.0 * this.counts.total(Kind.NEAR_POLL) / Math.max(1, this.counts.total(Kind.POLL)));
		System.out.printf(Locale.ROOT, "  refused    %s%n", this.counts.describe(Kind.REFUSED));
		System.out.printf(Locale.ROOT, "  Redis      near polls %s in %,d calls, joins %s, ticks %s, presence %s%n",
				this.counts.describe(Kind.NEAR_POLL), this.counts.total(Kind.NEAR_CALL),
				this.counts.describe(Kind.JOIN), this.counts.describe(Kind.TICK), this.counts.describe(Kind.PRESENCE));
		System.out.printf(Locale.ROOT, "             busiest second %.0f %% of a core%n", 100 * busiestSecond());
		if (this.scenario.opensAt() > 0) {
			System.out.printf(Locale.ROOT,
					"  opening    before it %.3f %% of the polls were calls; after it at most %,d polls/s (bound %,d)%n",
					100 * callsPerEarlyPoll(), pollsAfterTheOpening(), boundAfterTheOpening());
		}
	}

	private static double quantile(double[] sorted, double part) {
		return (sorted.length > 0) ? sorted[(int) (part * (sorted.length - 1))] : 0;
	}

}
