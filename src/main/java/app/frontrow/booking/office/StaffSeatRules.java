package app.frontrow.booking.office;

import java.util.List;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Checks the seat numbers of a request by the staff. The limit of seats per member does
 * not hold here.
 */
public final class StaffSeatRules {

	private StaffSeatRules() {
	}

	/**
	 * Returns the numbers in ascending order, in which all transactions lock seats.
	 * @throws InvalidInputException if there are none, or one is repeated or not within 1
	 * to 50
	 */
	public static List<Integer> sort(@Nullable List<Integer> numbers) {
		if (numbers == null || numbers.isEmpty() || numbers.size() > Show.SEATS) {
			throw new InvalidInputException("seatNumbers", "seat-count", Show.SEATS);
		}
		numbers.forEach((number) -> requireNumber("seatNumbers", number));
		if (numbers.stream().distinct().count() < numbers.size()) {
			throw new InvalidInputException("seatNumbers", "seat-twice");
		}
		return numbers.stream().sorted().toList();
	}

	/**
	 * Requires the number of a seat.
	 * @param field the name of the field, for the refusal
	 * @throws InvalidInputException if it is missing or not within 1 to 50
	 */
	public static void requireNumber(String field, @Nullable Integer number) {
		if (number == null || number < 1 || number > Show.SEATS) {
			throw new InvalidInputException(field, "seat-number");
		}
	}

}
