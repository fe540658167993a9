package app.frontrow.catalogue.cache;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.text.SearchPhrase;
import app.frontrow.catalogue.text.SearchTextNormalizer;

/**
 * The index and the concerts that changed after it was made.
 *
 * @param changed sorted by date
 */
record SearchableConcerts(ConcertSearchIndex index, CachedConcert[] changed, int version) {

	static final SearchableConcerts EMPTY = new SearchableConcerts(ConcertSearchIndex.EMPTY, new CachedConcert[0], 0);

	/** Returns the concerts that fit, by date, in a new array. */
	CachedConcert[] find(SearchPhrase phrase) {
		CachedConcert[] named = find(phrase.whole());
		if (!phrase.hasMonth()) {
			return named;
		}
		Predicate<CachedConcert> inMonth = (phrase.year() > 0) ? playsIn(YearMonth.of(phrase.year(), phrase.month()))
				: (concert) -> concert.playsInMonth(phrase.month());
		return Stream.concat(Arrays.stream(named), Arrays.stream(find(phrase.rest())).filter(inMonth))
			.distinct()
			.sorted(CachedConcert.SOONEST_FIRST)
			.toArray(CachedConcert[]::new);
	}

	/** Accepts concerts with a show in this month, Seoul time. */
	static Predicate<CachedConcert> playsIn(YearMonth month) {
		long from = startOf(month);
		long to = startOf(month.plusMonths(1));
		return (concert) -> concert.playsBetween(from, to);
	}

	private static long startOf(YearMonth month) {
		Instant start = month.atDay(1).atStartOfDay(Show.ZONE).toInstant();
		return CachedConcert.micros(start);
	}

	private CachedConcert[] find(String text) {
		if (text.indexOf(SearchTextNormalizer.FIELD_SEPARATOR) >= 0) {
			return new CachedConcert[0];
		}
		CachedConcert[] indexed = this.index.find(text);
		CachedConcert[] later = Arrays.stream(this.changed)
			.filter((concert) -> concert.searchText().contains(text))
			.toArray(CachedConcert[]::new);
		CachedConcert[] found = new CachedConcert[indexed.length + later.length];
		int next = 0;
		int nextLater = 0;
		for (int i = 0; i < found.length; i++) {
			boolean isIndexed = nextLater == later.length || (next < indexed.length
					&& CachedConcert.SOONEST_FIRST.compare(indexed[next], later[nextLater]) <= 0);
			found[i] = isIndexed ? indexed[next++] : later[nextLater++];
		}
		return found;
	}

}
