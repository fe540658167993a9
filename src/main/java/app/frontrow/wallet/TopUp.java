package app.frontrow.wallet;

import java.util.List;
import java.util.stream.LongStream;

/**
 * What a page proposes to top up, in won.
 *
 * @param amount what is missing, or as much of it as one top-up may add; null when
 * nothing is missing
 * @param quick round amounts for one click: each of them is enough, if one top-up can be
 */
public record TopUp(Long amount, List<Long> quick) {

	private static final long[] ROUND = { 10_000, 50_000, 100_000, 200_000, 300_000, 500_000, 1_000_000 };

	private static final int CHOICES = 3;

	/**
	 * The proposal for somebody who lacks this much.
	 * @param missing in won; 0 or less when nothing is missing
	 * @param most that one top-up may add
	 */
	public static TopUp of(long missing, long most) {
		List<Long> quick = LongStream.of(ROUND)
			.filter((amount) -> amount > missing && amount <= most)
			.limit(CHOICES)
			.boxed()
			.toList();
		return new TopUp((missing > 0) ? Math.min(missing, most) : null, quick);
	}

}
