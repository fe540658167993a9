package app.frontrow.catalogue.web.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A month for the page, in whole weeks from Sunday to Saturday.
 *
 * @param more whether there are more concerts than the page shows
 */
public record CalendarMonth(YearMonth month, List<List<Day>> weeks, boolean more) {

	private static final int DAYS = 7;

	/** Makes the weeks of the month. Days of other months are empty. */
	static CalendarMonth of(YearMonth month, Map<LocalDate, List<Entry>> entries, LocalDate today, boolean more) {
		List<List<Day>> weeks = new ArrayList<>();
		LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
		for (LocalDate sunday = first; !sunday.isAfter(month.atEndOfMonth()); sunday = sunday.plusDays(DAYS)) {
			weeks.add(sunday.datesUntil(sunday.plusDays(DAYS))
				.map((date) -> new Day(date, YearMonth.from(date).equals(month), date.equals(today),
						YearMonth.from(date).equals(month) ? entries.getOrDefault(date, List.of()) : List.of()))
				.toList());
		}
		return new CalendarMonth(month, weeks, more);
	}

	/** Whether no concert takes place. */
	public boolean isEmpty() {
		return this.weeks.stream().flatMap(List::stream).allMatch((day) -> day.entries().isEmpty());
	}

	/**
	 * A day.
	 *
	 * @param inside whether it belongs to the month
	 */
	public record Day(LocalDate date, boolean inside, boolean today, List<Entry> entries) {
	}

	/**
	 * A show on a day.
	 *
	 * @param time of day, as pages write it
	 * @param state key of the text for the state of the sale
	 */
	public record Entry(long concertId, String title, String time, String state) {
	}

}
