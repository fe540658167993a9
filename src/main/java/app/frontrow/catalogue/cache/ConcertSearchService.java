package app.frontrow.catalogue.cache;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.catalogue.concert.ConcertSort;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.text.SearchPhrase;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Searches the concerts in memory. A result is cached until a concert changes, or until a
 * concert's status changes because time passes. So the next page of the same search needs
 * no new search. The few concerts that changed after the index was built are searched one
 * by one.
 */
@Component
public class ConcertSearchService {

	/** If more concerts than this have changed, the index should be rebuilt. */
	private static final int MANY_CHANGES = 1_000;

	/**
	 * The largest number of concerts in all cached results. Each is a reference of 4 or 8
	 * bytes.
	 */
	private static final long MAX_CACHED_CONCERTS = 4_000_000;

	private final Cache<Query, Answer> answers = Caffeine.newBuilder()
		.maximumWeight(MAX_CACHED_CONCERTS)
		.<Query, Answer>weigher((query, answer) -> 100 + 2 * query.phrase().whole().length() + answer.concerts().length)
		.build();

	private volatile SearchableConcerts contents = SearchableConcerts.EMPTY;

	/** Grows when a show sells out or has seats again. */
	private volatile int soldOutChanges;

	/**
	 * Finds the concerts that fit the filter, in its order.
	 * @param now microseconds since 1970
	 * @return a shared array, so callers must not change it
	 */
	public CachedConcert[] find(ConcertFilter filter, long now) {
		Query query = Query.of(filter);
		Answer known = this.answers.getIfPresent(query);
		if (known == null || !isValid(known, query, now)) {
			known = this.answers.asMap()
				.compute(query, (key, old) -> (old != null && isValid(old, key, now)) ? old : answer(key, now));
		}
		return known.concerts();
	}

	/** Grows when a concert is added, changed or removed. */
	public int version() {
		return this.contents.version();
	}

	synchronized void add(Collection<CachedConcert> added) {
		SearchableConcerts before = this.contents;
		CachedConcert[] changed = Stream.concat(Arrays.stream(before.changed()), added.stream())
			.filter((concert) -> !concert.isSuperseded())
			.sorted(CachedConcert.SOONEST_FIRST)
			.toArray(CachedConcert[]::new);
		this.contents = new SearchableConcerts(before.index(), changed, before.version() + 1);
	}

	/** Removes superseded concerts from the list of changed ones. */
	void markRemoved() {
		add(List.of());
	}

	synchronized void markSoldOutChanged() {
		this.soldOutChanges++;
	}

	boolean hasManyChanges() {
		return this.contents.changed().length > MANY_CHANGES;
	}

	/**
	 * Rebuilds the index. Only one thread may call this, while searches and changes go
	 * on.
	 * @param all every concert, read after the call began
	 */
	void rebuild(Collection<CachedConcert> all) {
		ConcertSearchIndex index = ConcertSearchIndex.of(all);
		Collection<CachedConcert> indexed = new HashSet<>(all);
		synchronized (this) {
			SearchableConcerts before = this.contents;
			CachedConcert[] changed = Arrays.stream(before.changed())
				.filter((concert) -> !indexed.contains(concert) && !concert.isSuperseded())
				.toArray(CachedConcert[]::new);
			this.contents = new SearchableConcerts(index, changed, before.version() + 1);
		}
	}

	private boolean isValid(Answer answer, Query query, long now) {
		return answer.version() == this.contents.version() && now < answer.until()
				&& (!query.asksForSeats() || answer.soldOutChanges() == this.soldOutChanges);
	}

	private Answer answer(Query query, long now) {
		// these are read first, so that a change during the search makes the result
		// outdated
		int soldOutChanges = this.soldOutChanges;
		SearchableConcerts contents = this.contents;
		Predicate<CachedConcert> fits = query.fits();
		List<List<CachedConcert>> groups = Stream.generate(ArrayList<CachedConcert>::new)
			.<List<CachedConcert>>map((group) -> group)
			.limit(SaleStatus.values().length)
			.toList();
		long until = Long.MAX_VALUE;
		for (CachedConcert concert : contents.find(query.phrase())) {
			if (!concert.isSuperseded() && fits.test(concert)) {
				until = Math.min(until, concert.nextStatusChange(now));
				SaleStatus status = concert.status(now);
				if (query.status() == null || query.status() == status) {
					groups.get(rank(query.sort(), status)).add(concert);
				}
			}
		}
		sortWithin(groups, query.sort());
		CachedConcert[] found = groups.stream().flatMap(List::stream).toArray(CachedConcert[]::new);
		return new Answer(found, contents.version(), soldOutChanges, until);
	}

	/** Returns the place of the group with this status in the list. */
	private static int rank(ConcertSort sort, SaleStatus status) {
		boolean together = sort == ConcertSort.DATE || sort == ConcertSort.PRICE;
		return switch (status) {
			case ON_SALE -> (sort == ConcertSort.OPENING) ? 1 : 0;
			case UPCOMING -> (together || sort == ConcertSort.OPENING) ? 0 : 1;
			case SOLD_OUT -> together ? 0 : 2;
			case ENDED -> 3;
		};
	}

	/** Groups are sorted by date already, and equal concerts stay in that order. */
	private static void sortWithin(List<List<CachedConcert>> groups, ConcertSort sort) {
		if (sort == ConcertSort.PRICE) {
			groups.forEach((group) -> group.sort(Comparator.comparingLong(CachedConcert::priceFrom)));
		}
		if (sort == ConcertSort.OPENING) {
			groups.get(0).sort(Comparator.comparing(CachedConcert::salesOpenAt));
		}
	}

	/**
	 * A filter with its text ready for comparison, so different spellings share an
	 * answer.
	 */
	private record Query(SearchPhrase phrase, @Nullable SaleStatus status, @Nullable YearMonth month, String venue,
			ConcertSort sort) {

		static Query of(ConcertFilter filter) {
			return new Query(SearchPhrase.parse(filter.text()), filter.status(), filter.month(), filter.venue(),
					filter.sort());
		}

		boolean asksForSeats() {
			return this.status == SaleStatus.ON_SALE || this.status == SaleStatus.SOLD_OUT
					|| this.sort == ConcertSort.AVAILABILITY || this.sort == ConcertSort.OPENING;
		}

		Predicate<CachedConcert> fits() {
			Predicate<CachedConcert> inMonth = (this.month != null) ? SearchableConcerts.playsIn(this.month)
					: (concert) -> true;
			return this.venue.isEmpty() ? inMonth : inMonth.and((concert) -> concert.venue().equals(this.venue));
		}

	}

	/**
	 * A cached result.
	 *
	 * @param until when a concert's status may change, in microseconds since 1970
	 */
	private record Answer(CachedConcert[] concerts, int version, int soldOutChanges, long until) {
	}

}
