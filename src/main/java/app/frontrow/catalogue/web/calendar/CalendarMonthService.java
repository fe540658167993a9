package app.frontrow.catalogue.web.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.catalogue.concert.ConcertSort;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.web.calendar.CalendarMonth.Entry;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.web.page.PageDateFormatter;

import org.springframework.stereotype.Component;

/**
 * Collects the shows of a month from memory.
 */
@Component
class CalendarMonthService {

	/**
	 * The largest number of concerts on the page, so that it loads quickly. The list of
	 * concerts has all of them.
	 */
	private static final int MOST_CONCERTS = 150;

	private final CatalogueQueryService catalogue;

	private final PageDateFormatter dates;

	private final Clock clock;

	CalendarMonthService(CatalogueQueryService catalogue, PageDateFormatter dates, Clock clock) {
		this.catalogue = catalogue;
		this.dates = dates;
		this.clock = clock;
	}

	/** The month in which the venues are now. */
	YearMonth getCurrent() {
		return YearMonth.from(today());
	}

	CalendarMonth getMonth(YearMonth month, Locale language) {
		PageOf<Concert> concerts = this.catalogue.search(new ConcertFilter("", null, month, "", ConcertSort.DATE), 0,
				MOST_CONCERTS);
		Map<LocalDate, List<Entry>> entries = new TreeMap<>();
		for (Concert concert : concerts.items()) {
			Concert shown = concert.inLanguage(language.getLanguage());
			this.catalogue.findShows(concert.id())
				.forEach((show) -> entries
					.computeIfAbsent(LocalDate.ofInstant(show.startsAt(), Show.ZONE), (day) -> new ArrayList<>())
					.add(new Entry(shown.id(), shown.title(), this.dates.time(show.startsAt()), state(shown))));
		}
		entries.values().forEach((day) -> day.sort(Comparator.comparing(Entry::time).thenComparing(Entry::title)));
		return CalendarMonth.of(month, entries, today(), concerts.totalItems() > MOST_CONCERTS);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Show.ZONE);
	}

	private static String state(Concert concert) {
		return concert.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
