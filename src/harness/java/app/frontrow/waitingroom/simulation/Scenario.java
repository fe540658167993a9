package app.frontrow.waitingroom.simulation;

import java.time.Duration;
import java.util.List;

import app.frontrow.waitingroom.policy.QueueSettings;

/**
 * What a simulation plays. Times are milliseconds from the start.
 *
 * @param arrivals how members arrive
 * @param opensAt when sales open
 * @param length how long it plays
 * @param goneShare share of the members who go away for good while they wait
 * @param silentShare share of the members who are silent once, and come back
 * @param insideFor mean time that a member needs inside
 * @param outageAt when Redis goes away
 * @param outageFor for how long; 0 without an outage
 */
record Scenario(String name, int members, int instances, Arrivals arrivals, long opensAt, long length, double goneShare,
		double silentShare, long insideFor, long outageAt, long outageFor, QueueSettings settings) {

	private static final long MINUTE = 60_000;

	private static final double RATE = 200;

	private static final int CAPACITY = 20_000;

	/**
	 * How members arrive.
	 */
	enum Arrivals {

		/** All within a minute after the opening. */
		FLASH,

		/** All within the first ten seconds. */
		EARLY,

		/** Evenly over the whole time. */
		STEADY,

		/** More and more before the opening, and a fifth within a minute after it. */
		PREQUEUE

	}

	/** Returns the scenarios of {@code script/simulate}. */
	static List<Scenario> all(int members, int instances) {
		return List.of(of("flash", members, instances, Arrivals.FLASH, 0, 0),
				of("steady", members, instances, Arrivals.STEADY, 0, 0),
				of("prequeue", members, instances, Arrivals.PREQUEUE, 20, 0),
				of("outage", members, instances, Arrivals.PREQUEUE, 20, 30_000));
	}

	/** A scenario of one hour. */
	static Scenario of(String name, int members, int instances, Arrivals arrivals, int opensAfter, long outage) {
		return new Scenario(name, members, instances, arrivals, opensAfter * MINUTE, 60 * MINUTE, 0.2, 0.05, 90_000,
				(opensAfter + 10) * MINUTE, outage, settings(RATE));
	}

	/** The settings of a scenario that admits so many a second. */
	static QueueSettings settings(double admissionsPerSecond) {
		return new QueueSettings(CAPACITY, admissionsPerSecond, Duration.ofSeconds(30), Duration.ofMinutes(5),
				Duration.ofSeconds(90), Duration.ofMinutes(30), Duration.ofMinutes(15));
	}

	boolean isOutageAt(long now) {
		return now >= this.outageAt && now < this.outageAt + this.outageFor;
	}

	long band() {
		return this.settings.bandWidth(this.settings.admissionsPerSecond());
	}

}
