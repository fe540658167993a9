package app.frontrow.booking.seat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The best free seats for one to four people. Seats side by side in one row are best,
 * near the stage and the middle. The choice should leave no single free seat between
 * taken ones. If there are too few seats side by side, the party is split into a few
 * groups close to each other.
 *
 * @param numbers ascending; empty if too few seats are free
 * @param together whether they are side by side
 */
public record BestSeats(List<Integer> numbers, boolean together) {

	/** A larger party has too many combinations to try. */
	private static final int MAX_PARTY_SIZE = 4;

	/** Sizes of the groups by size of the party, the best split first. */
	private static final List<List<List<Integer>>> GROUPINGS_BY_SIZE = List.of(List.of(List.of(1)),
			List.of(List.of(2), List.of(1, 1)), List.of(List.of(3), List.of(2, 1), List.of(1, 1, 1)),
			List.of(List.of(4), List.of(2, 2), List.of(3, 1), List.of(2, 1, 1), List.of(1, 1, 1, 1)));

	/**
	 * The cost of a choice that leaves a lone seat. It is higher than any cost of a
	 * split.
	 */
	private static final int LONE_SEAT_PENALTY = 1_000_000;

	/** The cost of each seat between two groups. It is higher than any cost of places. */
	private static final int SPLIT_PENALTY = 1_000;

	/**
	 * Returns the largest party for which seats are chosen.
	 * @param seatsPerMember how many seats one member may have
	 */
	public static int largestParty(int seatsPerMember) {
		return Math.min(MAX_PARTY_SIZE, seatsPerMember);
	}

	/**
	 * Chooses among the free seats of a show.
	 * @param wanted the number of people, 1 to 4
	 * @param grade only seats of this grade; an empty text for every grade
	 */
	public static BestSeats of(SeatPlan plan, int wanted, String grade) {
		Set<Integer> free = new HashSet<>(plan.free());
		List<Integer> eligible = plan.seats()
			.stream()
			.filter((seat) -> grade.isEmpty() || grade.equals(seat.grade()))
			.map(Seat::number)
			.filter(free::contains)
			.sorted()
			.toList();
		for (List<Integer> sizes : GROUPINGS_BY_SIZE.get(wanted - 1)) {
			List<Integer> best = new Search(eligible, free).seat(sizes);
			if (best != null) {
				return new BestSeats(best, sizes.size() == 1);
			}
		}
		return new BestSeats(List.of(), false);
	}

	/** Tries all combinations of seats for one split into groups. */
	private static final class Search {

		private final List<Integer> eligible;

		private final Set<Integer> free;

		private @Nullable List<Integer> best;

		private int least = Integer.MAX_VALUE;

		Search(List<Integer> eligible, Set<Integer> free) {
			this.eligible = eligible;
			this.free = free;
		}

		@Nullable List<Integer> seat(List<Integer> sizes) {
			seat(sizes, 0, new ArrayList<>(), 0);
			return this.best;
		}

		/**
		 * Places the next group and then the others. Groups of equal size are placed from
		 * left to right, so that each combination is tried once.
		 */
		private void seat(List<Integer> sizes, int group, List<Integer> seated, int apart) {
			if (group == sizes.size()) {
				compare(seated, apart);
				return;
			}
			int size = sizes.get(group);
			boolean hasSizeOfLast = group > 0 && sizes.get(group - 1) == size;
			int from = hasSizeOfLast ? seated.get(seated.size() - 1) : 0;
			for (int first : this.eligible) {
				List<Integer> block = block(first, size);
				if (first > from && this.eligible.containsAll(block) && block.stream().noneMatch(seated::contains)) {
					List<Integer> more = new ArrayList<>(seated);
					more.addAll(block);
					seat(sizes, group + 1, more, apart + (seated.isEmpty() ? 0 : distance(seated, block)));
				}
			}
		}

		private void compare(List<Integer> seated, int apart) {
			int cost = LONE_SEAT_PENALTY * Math.min(1, LoneSeatRules.findLoneSeats(this.free, seated).size())
					+ SPLIT_PENALTY * apart
					+ seated.stream().mapToInt((number) -> SeatPosition.of(number).distanceFromBest()).sum();
			if (cost < this.least) {
				this.least = cost;
				this.best = seated.stream().sorted().toList();
			}
		}

		/**
		 * Returns neighbouring seats from the first one on. A seat beyond the end of the
		 * row is -1, which is never eligible.
		 */
		private static List<Integer> block(int first, int size) {
			List<Integer> block = new ArrayList<>();
			for (int number = first; number < first + size; number++) {
				block.add((SeatPosition.of(number).row() == SeatPosition.of(first).row()) ? number : -1);
			}
			return block;
		}

		private static int distance(Collection<Integer> group, Collection<Integer> other) {
			return group.stream()
				.flatMapToInt(
						(one) -> other.stream().mapToInt((two) -> SeatPosition.of(one).distance(SeatPosition.of(two))))
				.min()
				.orElse(0);
		}

	}

}
