package app.frontrow.catalogue.cache;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.SaleStatus;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

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
		.<Query, Answer>weigher((query, answer) -> 50 + query.text().length() + answer.concerts().length)
		.build();

	private volatile Contents contents = new Contents(ConcertSearchIndex.EMPTY, new CachedConcert[0], 0);

	/** Grows when a show sells out or has seats again. */
	private volatile int soldOutChanges;

	/**
	 * Finds concerts whose title, artist or venue contains the text, and that have this
	 * status. Concerts in the future come first, then by date.
	 * @param text the result of {@link SearchTextNormalizer#normalizeQuery}; empty to
	 * find all concerts
	 * @param status null for every status
	 * @param now microseconds since 1970
	 * @return a shared array, so callers must not change it
	 */
	public CachedConcert[] find(String text, SaleStatus status, long now) {
		Query query = new Query(text, status);
		Answer known = this.answers.getIfPresent(query);
		if (known == null || !isValid(known, query, now)) {
			known = this.answers.asMap()
				.compute(query, (key, old) -> (old != null && isValid(old, key, now)) ? old : answer(key, now));
		}
		return known.concerts();
	}

	synchronized void add(Collection<CachedConcert> added) {
		Contents before = this.contents;
		CachedConcert[] changed = Stream.concat(Arrays.stream(before.changed()), added.stream())
			.filter((concert) -> !concert.isSuperseded())
			.sorted(CachedConcert.SOONEST_FIRST)
			.toArray(CachedConcert[]::new);
		this.contents = new Contents(before.index(), changed, before.version() + 1);
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
			Contents before = this.contents;
			CachedConcert[] changed = Arrays.stream(before.changed())
				.filter((concert) -> !indexed.contains(concert) && !concert.isSuperseded())
				.toArray(CachedConcert[]::new);
			this.contents = new Contents(index, changed, before.version() + 1);
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
		Contents contents = this.contents;
		CachedConcert[] coming = contents.find(query.text());
		CachedConcert[] over = new CachedConcert[coming.length];
		int comingCount = 0;
		int overCount = 0;
		long until = Long.MAX_VALUE;
		for (CachedConcert concert : coming) {
			until = Math.min(until, concert.nextStatusChange(now));
			if (concert.isSuperseded() || (query.status() != null && concert.status(now) != query.status())) {
				continue;
			}
			if (concert.isOver(now)) {
				over[overCount++] = concert;
			}
			else {
				coming[comingCount++] = concert;
			}
		}
		CachedConcert[] found = Arrays.copyOf(coming, comingCount + overCount);
		System.arraycopy(over, 0, found, comingCount, overCount);
		return new Answer(found, contents.version(), soldOutChanges, until);
	}

	private record Query(String text, SaleStatus status) {

		boolean asksForSeats() {
			return this.status == SaleStatus.ON_SALE || this.status == SaleStatus.SOLD_OUT;
		}

	}

	/**
	 * A cached result.
	 *
	 * @param until when a concert's status may change, in microseconds since 1970
	 */
	private record Answer(CachedConcert[] concerts, int version, int soldOutChanges, long until) {
	}

	/**
	 * The index and the concerts that changed after it was made.
	 *
	 * @param changed sorted by date
	 */
	private record Contents(ConcertSearchIndex index, CachedConcert[] changed, int version) {

		/** Returns a new array. */
		public CachedConcert[] find(String text) {
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

}
