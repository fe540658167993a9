package app.frontrow.reservations;

import java.util.Collection;
import java.util.List;

/**
 * Free seats that a choice would leave between two taken ones, where hardly anybody will
 * sit. A seat at the end of a row is not meant: whoever comes alone likes it.
 */
final class LoneSeats {

	private LoneSeats() {
	}

	/**
	 * The seats that would stand alone.
	 * @param free numbers of the free seats
	 * @param chosen numbers of the chosen ones
	 * @return ascending; none if a chosen seat is not free, for then there is more to say
	 */
	static List<Integer> leftBy(Collection<Integer> free, Collection<Integer> chosen) {
		if (!free.containsAll(chosen)) {
			return List.of();
		}
		return free.stream()
			.filter((number) -> !chosen.contains(number) && !SeatPlace.of(number).atTheEnd())
			.filter((number) -> chosen.contains(number - 1) || chosen.contains(number + 1))
			.filter((number) -> isTaken(number - 1, free, chosen) && isTaken(number + 1, free, chosen))
			.sorted()
			.toList();
	}

	private static boolean isTaken(int number, Collection<Integer> free, Collection<Integer> chosen) {
		return !free.contains(number) || chosen.contains(number);
	}

}
