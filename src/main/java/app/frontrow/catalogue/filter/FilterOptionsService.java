package app.frontrow.catalogue.filter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import app.frontrow.catalogue.cache.CachedConcert;
import app.frontrow.catalogue.cache.ConcertSearchService;
import app.frontrow.catalogue.concert.ConcertFilter;

import org.springframework.stereotype.Service;

/**
 * Finds the months and venues of the concerts in memory. It looks again after a concert
 * has changed, and once a minute because shows begin.
 */
@Service
public class FilterOptionsService {

	private static final int MAX_MONTHS = 24;

	/**
	 * The largest number of venues to choose from. A longer list loads slowly. The search
	 * finds every venue.
	 */
	private static final int MAX_VENUES = 50;

	private static final Duration LIFETIME = Duration.ofMinutes(1);

	private final ConcertSearchService search;

	private final Clock clock;

	private volatile Known known = new Known(new FilterOptions(List.of(), List.of()), -1, Instant.MIN);

	FilterOptionsService(ConcertSearchService search, Clock clock) {
		this.search = search;
		this.clock = clock;
	}

	public FilterOptions getOptions() {
		Instant now = this.clock.instant();
		Known kept = this.known;
		return isValid(kept, now) ? kept.options() : refresh(now);
	}

	private synchronized FilterOptions refresh(Instant now) {
		if (!isValid(this.known, now)) {
			// read first, so a change during the reading makes the options old
			int version = this.search.version();
			this.known = new Known(read(now), version, now.plus(LIFETIME));
		}
		return this.known.options();
	}

	private boolean isValid(Known kept, Instant now) {
		return kept.version() == this.search.version() && now.isBefore(kept.until());
	}

	private FilterOptions read(Instant now) {
		TreeSet<YearMonth> months = new TreeSet<>();
		Map<String, Integer> concertsPerVenue = new HashMap<>();
		long micros = CachedConcert.micros(now);
		for (CachedConcert concert : this.search.find(ConcertFilter.ALL, micros)) {
			if (!concert.isOver(micros)) {
				concert.addMonths(now, months);
				concertsPerVenue.merge(concert.venue(), 1, Integer::sum);
			}
		}
		List<String> venues = concertsPerVenue.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.limit(MAX_VENUES)
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
		return new FilterOptions(months.stream().limit(MAX_MONTHS).toList(), venues);
	}

	private record Known(FilterOptions options, int version, Instant until) {
	}

}
