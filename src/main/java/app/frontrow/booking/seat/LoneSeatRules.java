package app.frontrow.booking.seat;

import java.util.Collection;
import java.util.List;

/**
 * Finds free seats that a choice would leave alone between two taken ones. Such seats are
 * hard to sell. Seats at the end of a row do not count, because single visitors like
 * them.
 */
final class LoneSeatRules {

	private LoneSeatRules() {
	}

	/**
	 * Returns the lone seats in ascending order. The list is empty if a chosen seat is
	 * not free, because another message says that.
	 */
	static List<Integer> findLoneSeats(Collection<Integer> free, Collection<Integer> chosen) {
		if (!free.containsAll(chosen)) {
			return List.of();
		}
		return free.stream()
			.filter((number) -> !chosen.contains(number) && !SeatPosition.of(number).isEndOfRow())
			.filter((number) -> chosen.contains(number - 1) || chosen.contains(number + 1))
			.filter((number) -> isTaken(number - 1, free, chosen) && isTaken(number + 1, free, chosen))
			.sorted()
			.toList();
	}

	private static boolean isTaken(int number, Collection<Integer> free, Collection<Integer> chosen) {
		return !free.contains(number) || chosen.contains(number);
	}

}
