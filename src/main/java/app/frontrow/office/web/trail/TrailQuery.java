package app.frontrow.office.web.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

import app.frontrow.office.trail.TrailFilter;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import app.frontrow.shared.web.page.PageDateFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The typed filter of the trail. A day lasts from midnight to midnight in Seoul. A range
 * includes its first and its last day.
 */
record TrailQuery(@Nullable String who, @Nullable String what, @Nullable String from, @Nullable String to) {

	/**
	 * The filter.
	 * @throws InvalidInputException if a time cannot be read
	 */
	TrailFilter toFilter() {
		return new TrailFilter(text(this.who), text(this.what), time("from", this.from, 0), time("to", this.to, 1));
	}

	private static @Nullable String text(@Nullable String typed) {
		return (typed == null || typed.isBlank()) ? null : typed.strip();
	}

	private static @Nullable Instant time(String field, @Nullable String typed, int days) {
		String time = text(typed);
		if (time == null) {
			return null;
		}
		try {
			return time.contains("T") ? OffsetDateTime.parse(time).toInstant()
					: LocalDate.parse(time).plusDays(days).atStartOfDay(PageDateFormatter.VENUE_ZONE).toInstant();
		}
		catch (DateTimeParseException unreadable) {
			throw new InvalidInputException(List.of(new Violation(field, "date", List.of())));
		}
	}

}
