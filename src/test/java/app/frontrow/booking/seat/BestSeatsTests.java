package app.frontrow.booking.seat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BestSeatsTests {

	@Test
	void emptyHallOffersTheMiddleOfTheFirstRow() {
		assertThat(best(4)).isEqualTo(together(4, 5, 6, 7));
		assertThat(best(2)).isEqualTo(together(5, 6));
		assertThat(best(1).numbers()).isSubsetOf(5, 6).hasSize(1);
	}

	@Test
	@ProvesRule(rule = "The best seats are side by side in one row", guard = "BestSeats.Search.block",
			brokenBy = "leaving out the row")
	void seatsAreSideBySideInOneRow() {
		// 10 and 11 follow each other, but in two rows
		assertThat(best(2, 10, 11, 41, 42)).isEqualTo(together(41, 42));
	}

	@Test
	@ProvesRule(rule = "The best seats are near the stage", guard = "SeatPosition.distanceFromBest",
			brokenBy = "leaving out the row")
	void oneRowBackCountsLikeTwoSeatsFromTheMiddle() {
		assertThat(best(2, 3, 4, 15, 16)).isEqualTo(together(3, 4));
		assertThat(best(2, 1, 2, 15, 16)).isEqualTo(together(15, 16));
	}

	@Test
	@ProvesRule(rule = "The best seats leave no single seat between taken seats", guard = "BestSeats.Search.compare",
			brokenBy = "leaving out LONE_SEAT")
	void singleSeatsAreAvoided() {
		// 4 to 6 are nearer, but taking two of them leaves one
		assertThat(best(2, 4, 5, 6, 44, 45)).isEqualTo(together(44, 45));
		assertThat(best(2, 4, 5, 6)).isEqualTo(together(5, 6));
	}

	@Test
	@ProvesRule(rule = "The best seats have the grade that the member chose", guard = "BestSeats.of",
			brokenBy = "leaving out the grade")
	void gradeCanBeChosen() {
		assertThat(BestSeats.of(plan(all()), 2, "R")).isEqualTo(together(15, 16));
		assertThat(BestSeats.of(plan(all()), 3, "S").numbers()).allMatch((number) -> number > 30);
		assertThat(BestSeats.of(plan(all()), 2, "Standing").numbers()).isEmpty();
	}

	@Test
	void groupIsSplitIntoPairsCloseToEachOther() {
		// three and one would be possible as well
		assertThat(best(4, 4, 5, 6, 14, 15, 41)).isEqualTo(apart(5, 6, 14, 15));
		assertThat(best(4, 1, 2, 4, 5, 21, 22)).isEqualTo(apart(1, 2, 4, 5));
		assertThat(best(3, 4, 5, 14, 50)).isEqualTo(apart(4, 5, 14));
		assertThat(best(4, 1, 2, 3, 50)).isEqualTo(apart(1, 2, 3, 50));
	}

	@Test
	@ProvesRule(rule = "The best seats are close to each other if they cannot be side by side",
			guard = "BestSeats.Search.compare", brokenBy = "leaving out APART")
	void separateSeatsAreCloseToEachOther() {
		assertThat(best(2, 1, 41, 43)).isEqualTo(apart(41, 43));
		assertThat(best(4, 1, 3, 5, 7, 9)).isEqualTo(apart(3, 5, 7, 9));
	}

	@Test
	void tooFewSeatsAreNotOffered() {
		assertThat(best(3, 1, 2)).isEqualTo(apart());
		assertThat(best(1, new int[] { -1 })).isEqualTo(apart());
	}

	@Test
	void answerIsFreeForEveryPatternOfARow() {
		for (int pattern = 0; pattern < 1 << 10; pattern++) {
			int row = pattern;
			int[] free = IntStream.rangeClosed(1, 10).filter((number) -> (row >> (number - 1) & 1) == 1).toArray();
			for (int wanted = 1; wanted <= BestSeats.largestParty(Show.SEATS); wanted++) {
				BestSeats best = BestSeats.of(plan(free), wanted, "");
				assertThat(best.numbers()).doesNotHaveDuplicates()
					.isSorted()
					.isSubsetOf(Arrays.stream(free).boxed().toList())
					.hasSize((free.length < wanted) ? 0 : wanted);
				assertThat(best.together()).isEqualTo(run(free) >= wanted);
			}
		}
	}

	private static int run(int... free) {
		int longest = 0;
		int length = 0;
		for (int number = 1; number <= 10; number++) {
			int one = number;
			length = IntStream.of(free).anyMatch((seat) -> seat == one) ? length + 1 : 0;
			longest = Math.max(longest, length);
		}
		return longest;
	}

	private static BestSeats best(int wanted, int... free) {
		return BestSeats.of(plan((free.length == 0) ? all() : free), wanted, "");
	}

	private static BestSeats together(Integer... numbers) {
		return new BestSeats(List.of(numbers), true);
	}

	private static BestSeats apart(Integer... numbers) {
		return new BestSeats(List.of(numbers), false);
	}

	private static int[] all() {
		return IntStream.rangeClosed(1, 50).toArray();
	}

	private static SeatPlan plan(int... free) {
		return new SeatPlan(1, Instant.EPOCH, 1,
				IntStream.rangeClosed(1, 50)
					.mapToObj((number) -> new Seat(number, (number <= 10) ? "VIP" : (number <= 30) ? "R" : "S", 1,
							IntStream.of(free).anyMatch((one) -> one == number) ? SeatStatus.AVAILABLE
									: SeatStatus.SOLD,
							false))
					.toList());
	}

}
