package app.frontrow.office.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.page.PageDateFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody typed: a day in Seoul, or a time with an offset.
 *
 * @param time null if nothing was typed
 */
public record TypedTime(@Nullable Instant time) {

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 9000;

	/**
	 * Reads the beginning of a typed day, or a typed time.
	 * @param field the name of the field, for the refusal
	 * @throws InvalidInputException if it cannot be read
	 */
	public static TypedTime from(String field, @Nullable String typed) {
		return read(field, typed, 0);
	}

	/**
	 * Reads the end of a typed day, or a typed time. So the day itself belongs to a
	 * range.
	 * @param field the name of the field, for the refusal
	 * @throws InvalidInputException if it cannot be read
	 */
	public static TypedTime to(String field, @Nullable String typed) {
		return read(field, typed, 1);
	}

	public boolean isEmpty() {
		return this.time == null;
	}

	private static TypedTime read(String field, @Nullable String typed, int days) {
		if (typed == null || typed.isBlank()) {
			return new TypedTime(null);
		}
		try {
			String text = typed.strip();
			OffsetDateTime time = text.contains("T") ? OffsetDateTime.parse(text)
					: LocalDate.parse(text)
						.plusDays(days)
						.atStartOfDay(PageDateFormatter.VENUE_ZONE)
						.toOffsetDateTime();
			if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
				return new TypedTime(time.toInstant());
			}
		}
		catch (DateTimeException unreadable) {
			throw new InvalidInputException(field, "date");
		}
		throw new InvalidInputException(field, "date");
	}

}
