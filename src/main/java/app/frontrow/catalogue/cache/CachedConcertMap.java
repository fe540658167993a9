package app.frontrow.catalogue.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * The concerts in memory, by their ids and by the ids of their shows. Readers take no
 * lock; one thread at a time may change it.
 */
class CachedConcertMap {

	private static final long MAX_WITHDRAWN = 10_000;

	private final Map<Long, CachedConcert> concerts = new ConcurrentHashMap<>();

	private final Map<Long, CachedConcert> concertsOfShows = new ConcurrentHashMap<>();

	/** Withdrawn concerts never come back, so no request looks them up. */
	private final Cache<Long, Boolean> withdrawnConcerts = createWithdrawnCache();

	private final Cache<Long, Boolean> withdrawnShows = createWithdrawnCache();

	private static Cache<Long, Boolean> createWithdrawnCache() {
		return Caffeine.newBuilder().maximumSize(MAX_WITHDRAWN).expireAfterAccess(Duration.ofHours(1)).build();
	}

	/** Returns null if the concert is not known. */
	@Nullable CachedConcert find(long id) {
		return this.concerts.get(id);
	}

	/** Returns null if the show is not known. */
	@Nullable CachedConcert findOfShow(long showId) {
		return this.concertsOfShows.get(showId);
	}

	boolean isGone(long id) {
		return this.withdrawnConcerts.getIfPresent(id) != null;
	}

	boolean isShowGone(long showId) {
		return this.withdrawnShows.getIfPresent(showId) != null;
	}

	Collection<CachedConcert> all() {
		return this.concerts.values();
	}

	/** Adds the concert, or replaces the known one. */
	void put(CachedConcert concert) {
		CachedConcert known = this.concerts.put(concert.id(), concert);
		if (known != null) {
			known.supersede();
			forgetShows(known, concert);
		}
		this.withdrawnConcerts.invalidate(concert.id());
		for (long showId : concert.showIds()) {
			this.concertsOfShows.put(showId, concert);
			this.withdrawnShows.invalidate(showId);
		}
	}

	/** Removes the concert and remembers that it is withdrawn. */
	void remove(long id) {
		this.withdrawnConcerts.put(id, true);
		CachedConcert known = this.concerts.remove(id);
		if (known != null) {
			known.supersede();
			forgetShows(known, null);
		}
	}

	private void forgetShows(CachedConcert known, @Nullable CachedConcert next) {
		for (long showId : known.showIds()) {
			if (next == null || next.show(showId) == null) {
				this.concertsOfShows.remove(showId);
				this.withdrawnShows.put(showId, true);
			}
		}
	}

}
