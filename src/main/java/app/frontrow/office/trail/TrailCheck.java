package app.frontrow.office.trail;

import org.jspecify.annotations.Nullable;

/**
 * What the verification of the trail has found.
 *
 * @param entries how many entries agree, from the first one on
 * @param head the hash of the last of them, to be compared with a hash that was noted
 * earlier
 * @param firstWrong the number of the first entry that was altered or is missing; null if
 * there is none
 */
public record TrailCheck(long entries, String head, @Nullable Long firstWrong) {

	public boolean isIntact() {
		return this.firstWrong == null;
	}

}
