package app.frontrow.booking.refund;

import jakarta.annotation.Nullable;

/**
 * The cancellation rule that was applied. It decides which part of the price is kept.
 *
 * @param daysBefore the rule's days before the show; null unless the rule counts days
 * @param percent how much of the price is kept
 */
public record AppliedRule(Kind kind, @Nullable Integer daysBefore, int percent) {

	static AppliedRule free(Kind kind) {
		return new AppliedRule(kind, null, 0);
	}

	/** Returns what is kept of a price. Parts of a won are not kept. */
	long fee(long price) {
		return price * this.percent / 100;
	}

	/**
	 * What the rule counts.
	 */
	public enum Kind {

		/** The days until the show. */
		DAYS,

		/** The order was bought a short time ago. */
		GRACE,

		/** The organiser is at fault. */
		ORGANISER,

		/** The order was bought before there were rules. */
		NONE

	}

}
