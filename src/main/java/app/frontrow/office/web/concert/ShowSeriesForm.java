package app.frontrow.office.web.concert;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * The fields of the form for shows on the same days of each week, as they were typed.
 *
 * @param from the first day that may have a show
 * @param to the last day that may have one
 * @param weekdays names of {@link java.time.DayOfWeek}
 */
record ShowSeriesForm(String from, String to, Set<String> weekdays, String time) {

	private static final int MAX_DAYS = 366;

	static ShowSeriesForm empty() {
		return new ShowSeriesForm("", "", Set.of(), "");
	}

	/**
	 * Returns when each show begins, in the time of the venue.
	 * @throws ConcertFormFault if the series cannot be read, has no show, or is longer
	 * than a year
	 */
	List<String> toShows() {
		try {
			LocalDate first = LocalDate.parse(this.from);
			LocalDate last = LocalDate.parse(this.to);
			LocalTime at = LocalTime.parse(this.time);
			if (last.isBefore(first) || last.isAfter(first.plusDays(MAX_DAYS))) {
				throw new ConcertFormFault("series", "series");
			}
			List<String> shows = first.datesUntil(last.plusDays(1))
				.filter((day) -> this.weekdays.contains(day.getDayOfWeek().name()))
				.map((day) -> day.atTime(at).toString())
				.toList();
			if (shows.isEmpty()) {
				throw new ConcertFormFault("series", "series");
			}
			return shows;
		}
		catch (DateTimeException unreadable) {
			throw new ConcertFormFault("series", "series");
		}
	}

}
