package app.frontrow.catalogue.web.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.shared.web.page.PageDateFormatter;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The calendar of a month, for everybody. The month is in the address.
 */
@PageController
class ConcertCalendarPageController {

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	private static final int DAYS = 7;

	private final CalendarMonthService months;

	private final PageDateFormatter dates;

	ConcertCalendarPageController(CalendarMonthService months, PageDateFormatter dates) {
		this.months = months;
		this.dates = dates;
	}

	/**
	 * Shows the calendar.
	 * @param month for example 2027-05; empty for the current one
	 */
	@GetMapping("/calendar")
	String show(@RequestParam(defaultValue = "") String month, HttpServletResponse response, Locale locale,
			Model model) {
		Optional<YearMonth> asked = month.isBlank() ? Optional.of(this.months.getCurrent()) : read(month);
		if (asked.isEmpty()) {
			FormErrorMapper.answer(response, model, ErrorCode.VALIDATION_FAILED, null);
		}
		YearMonth shown = asked.orElseGet(this.months::getCurrent);
		model.addAttribute("calendar", this.months.getMonth(shown, locale));
		model.addAttribute("month", shown);
		model.addAttribute("monthName", this.dates.month(shown));
		model.addAttribute("before", (shown.minusMonths(1).getYear() >= FIRST_YEAR) ? shown.minusMonths(1) : null);
		model.addAttribute("after", (shown.plusMonths(1).getYear() <= LAST_YEAR) ? shown.plusMonths(1) : null);
		model.addAttribute("weekdays", weekdays(locale));
		return "concerts/calendar";
	}

	private static Optional<YearMonth> read(String month) {
		try {
			return Optional.of(YearMonth.parse(month.strip()))
				.filter((read) -> read.getYear() >= FIRST_YEAR && read.getYear() <= LAST_YEAR);
		}
		catch (DateTimeException unreadable) {
			return Optional.empty();
		}
	}

	/** Short names, from Sunday on. */
	private static List<String> weekdays(Locale locale) {
		return IntStream.range(0, DAYS)
			.mapToObj((day) -> DayOfWeek.SUNDAY.plus(day).getDisplayName(TextStyle.SHORT, locale))
			.toList();
	}

}
