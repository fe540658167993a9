package app.frontrow.booking.seat;

import java.util.Collection;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes the names of seats in the reader's language, for example row 2 seat 14.
 */
@Component("seatNames")
public class SeatNameFormatter {

	private final MessageSource messages;

	SeatNameFormatter(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Returns the names in ascending order, on one line.
	 * @param numbers 1 to 50
	 */
	public String format(Collection<Integer> numbers) {
		return numbers.stream()
			.sorted()
			.map((number) -> this.messages.getMessage("seats.short-name",
					new Object[] { SeatPosition.of(number).row(), number }, LocaleContextHolder.getLocale()))
			.collect(Collectors.joining(" · "));
	}

}
