package app.frontrow.operations.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a store said of itself.
 *
 * @param name of the product behind it, for people
 * @param version major and minor version in one number: 6.2 is 602
 * @param oldest the oldest version that is supported
 * @param clockDifference of its clock from this instance's; positive if it is ahead
 * @param evicts whether it may throw data away when its memory is full
 */
record StoreState(String name, int version, int oldest, Duration clockDifference, boolean evicts) {

	/** Passes and holds end by the stores' clocks, and pages count down by them. */
	static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

	/** Whether it is older than what is supported. */
	boolean isOutdated() {
		return this.version < this.oldest;
	}

	/** What is wrong with it, each with the remedy. */
	List<String> faults() {
		List<String> faults = new ArrayList<>();
		if (isOutdated()) {
			faults.add("%s %s is too old: upgrade it to %s, the oldest version that is supported, or a later one"
				.formatted(this.name, format(this.version), format(this.oldest)));
		}
		if (this.clockDifference.abs().compareTo(CLOCK_TOLERANCE) > 0) {
			faults.add("The clock of %s differs by %d s from this instance's: set both by NTP".formatted(this.name,
					this.clockDifference.toSeconds()));
		}
		if (this.evicts) {
			faults.add("%s may throw sessions and passes away when its memory is full:".formatted(this.name)
					+ " set its maxmemory-policy to noeviction");
		}
		return faults;
	}

	/** The number of a version that begins with major and minor. */
	static int parseVersion(String text) {
		String[] parts = text.split("\\D+", 3);
		return Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]);
	}

	private static String format(int version) {
		return version / 100 + "." + version % 100;
	}

}
