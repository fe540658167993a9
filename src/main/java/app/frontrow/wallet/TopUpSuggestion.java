package app.frontrow.wallet;

import java.util.List;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * Proposed top-ups in won.
 *
 * @param amount the missing amount, but at most the limit of one top-up; null if nothing
 * is missing
 * @param quick round amounts for one click; each covers the missing amount; empty if a
 * single top-up cannot cover it
 */
public record TopUpSuggestion(@Nullable Long amount, List<Long> quick) {

	private static final long[] ROUND_AMOUNTS = { 10_000, 50_000, 100_000, 200_000, 300_000, 500_000, 1_000_000 };

	private static final int MAX_QUICK_AMOUNTS = 3;

	/**
	 * Proposes top-ups.
	 * @param missing the missing amount in won; 0 or less if nothing is missing
	 * @param maxCharge limit of one top-up in won
	 */
	public static TopUpSuggestion of(long missing, long maxCharge) {
		List<Long> quick = LongStream.of(ROUND_AMOUNTS)
			.filter((amount) -> amount > missing && amount <= maxCharge)
			.limit(MAX_QUICK_AMOUNTS)
			.boxed()
			.toList();
		return new TopUpSuggestion((missing > 0) ? Math.min(missing, maxCharge) : null, quick);
	}

}
