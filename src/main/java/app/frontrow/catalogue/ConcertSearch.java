package app.frontrow.catalogue;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Searches the concerts in memory. What was found is kept until a concert changes, or
 * until the clock may change an answer; so a page of the same search costs its own length
 * alone. Concerts that changed since the index was made are few and looked at one by one.
 */
@Component
class ConcertSearch {

	/** Changed concerts from which on the index should be made anew. */
	private static final int MANY_CHANGES = 1_000;

	/** Concerts in all answers that are kept; each is a reference of 4 or 8 bytes. */
	private static final long KEPT = 4_000_000;

	private final Cache<Query, Answer> answers = Caffeine.newBuilder()
		.maximumWeight(KEPT)
		.<Query, Answer>weigher((query, answer) -> 50 + query.text().length() + answer.concerts().length)
		.build();

	private volatile Contents contents = new Contents(ConcertSearchIndex.EMPTY, new CachedConcert[0], 0);

	/** Grows whenever some show sells out, or has seats again. */
	private volatile int soldOutChanges;

	/**
	 * The concerts whose title, artist or venue contains the text, and that have this
	 * status at this moment: those to come first, soonest first.
	 * @param text as {@link SearchText#typed} makes it; empty for all
	 * @param status null for any
	 * @param now microseconds since 1970
	 * @return not to be changed
	 */
	CachedConcert[] find(String text, SaleStatus status, long now) {
		Query query = new Query(text, status);
		Answer known = this.answers.getIfPresent(query);
		if (known == null || !isValid(known, query, now)) {
			known = this.answers.asMap()
				.compute(query, (key, old) -> (old != null && isValid(old, key, now)) ? old : answer(key, now));
		}
		return known.concerts();
	}

	/** Adds concerts, which may take the place of superseded ones. */
	synchronized void add(Collection<CachedConcert> added) {
		Contents before = this.contents;
		CachedConcert[] changed = Stream.concat(Arrays.stream(before.changed()), added.stream())
			.filter((concert) -> !concert.isSuperseded())
			.sorted(CachedConcert.SOONEST_FIRST)
			.toArray(CachedConcert[]::new);
		this.contents = new Contents(before.index(), changed, before.version() + 1);
	}

	/** Some concerts were superseded. */
	void removed() {
		add(List.of());
	}

	/** Some show sold out, or has seats again. */
	synchronized void soldOutChanged() {
		this.soldOutChanges++;
	}

	boolean hasManyChanges() {
		return this.contents.changed().length > MANY_CHANGES;
	}

	/**
	 * Makes the index anew. For one thread at a time; searches and changes go on
	 * meanwhile.
	 * @param all every concert there is at some moment after the call began
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
		// read before the concerts are looked at: a change meanwhile makes the answer old
		int soldOutChanges = this.soldOutChanges;
		Contents contents = this.contents;
		CachedConcert[] coming = contents.find(query.text());
		CachedConcert[] over = new CachedConcert[coming.length];
		int comingCount = 0;
		int overCount = 0;
		long until = Long.MAX_VALUE;
		for (CachedConcert concert : coming) {
			until = Math.min(until, concert.nextTurn(now));
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
	 * What was found.
	 *
	 * @param until when the clock may change it, microseconds since 1970
	 */
	private record Answer(CachedConcert[] concerts, int version, int soldOutChanges, long until) {
	}

	/**
	 * What is searched.
	 *
	 * @param changed those that are not in the index yet, soonest first
	 */
	private record Contents(ConcertSearchIndex index, CachedConcert[] changed, int version) {

		/** In an array of the caller's own. */
		CachedConcert[] find(String text) {
			if (text.indexOf(SearchText.BETWEEN) >= 0) {
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
