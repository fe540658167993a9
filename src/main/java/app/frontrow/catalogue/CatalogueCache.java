package app.frontrow.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * All concerts with their shows, in memory. Readers never wait. Changes of this instance
 * arrive when they have committed, changes of others through a {@link Reading}.
 *
 * <p>
 * A reading takes time, and this instance may sell meanwhile. So whatever this instance
 * touched after a reading began, or is selling while it ends, is not taken from it: the
 * next reading brings it.
 */
@Component
class CatalogueCache {

	private static final long GONE = 10_000;

	/** In the place of a reading's beginning: all that is known is newer. */
	private static final long NO_READING = -1;

	private final Map<Long, CachedConcert> concerts = new ConcurrentHashMap<>();

	private final Map<Long, CachedConcert> concertsOfShows = new ConcurrentHashMap<>();

	/** Withdrawn ones, which somebody may still ask for; they do not come back. */
	private final Cache<Long, Boolean> goneConcerts = goneOnes();

	private final Cache<Long, Boolean> goneShows = goneOnes();

	private final ConcertSearch search;

	private final LocalChanges changes = new LocalChanges();

	CatalogueCache(ConcertSearch search) {
		this.search = search;
	}

	private static Cache<Long, Boolean> goneOnes() {
		return Caffeine.newBuilder().maximumSize(GONE).expireAfterAccess(Duration.ofHours(1)).build();
	}

	/** The concert with this id, null if it is not known. */
	CachedConcert concert(long id) {
		return this.concerts.get(id);
	}

	/** The concert of the show with this id, null if it is not known. */
	CachedConcert concertOfShow(long showId) {
		return this.concertsOfShows.get(showId);
	}

	boolean isConcertGone(long id) {
		return this.goneConcerts.getIfPresent(id) != null;
	}

	boolean isShowGone(long showId) {
		return this.goneShows.getIfPresent(showId) != null;
	}

	Collection<CachedConcert> all() {
		return this.concerts.values();
	}

	int size() {
		return this.concerts.size();
	}

	/** Begins a reading of the database; to be called before the first statement. */
	synchronized Reading beginReading() {
		return new Reading(this.changes.beginReading());
	}

	/**
	 * Counts seats as sold once the running transaction has committed; to be called
	 * before the statement that sells them.
	 * @param seats how many; negative when they come back on sale
	 */
	void sellAfterCommit(long showId, int seats) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				endSale(showId, (status == STATUS_COMMITTED) ? seats : 0);
			}
		});
		synchronized (this) {
			this.changes.beginSale(showId);
		}
	}

	/** Takes over a concert as this instance has written it, after the commit. */
	synchronized void put(CachedConcert written) {
		CachedConcert known = this.concerts.get(written.id());
		if (!isConcertGone(written.id()) && (known == null || known.revision() <= written.revision())) {
			this.changes.changeConcert(written.id());
			put(written, NO_READING);
			this.search.add(List.of(written));
		}
	}

	/** Forgets a concert that this instance has withdrawn, after the commit. */
	synchronized void withdraw(long id) {
		this.changes.changeConcert(id);
		remove(id);
		this.search.removed();
	}

	private synchronized void endSale(long showId, int sold) {
		this.changes.endSale(showId);
		CachedConcert concert = this.concertsOfShows.get(showId);
		if (sold != 0 && concert != null) {
			// what another instance did may not be known yet
			setSeatsLeft(concert, showId, Math.max(0, concert.show(showId).seatsLeft() - sold));
		}
	}

	private void setSeatsLeft(CachedConcert concert, long showId, int left) {
		if (concert.setSeatsLeft(showId, left)) {
			this.search.soldOutChanged();
		}
	}

	/**
	 * Puts the concert in the place of the one that is known. Seats that were read no
	 * later than what is known of them stay as they are known.
	 * @param begun when the reading began
	 */
	private void put(CachedConcert concert, long begun) {
		CachedConcert known = this.concerts.get(concert.id());
		if (known != null) {
			for (long showId : concert.showIds()) {
				Show knownShow = known.show(showId);
				if (knownShow != null && (begun == NO_READING || this.changes.isShowNewer(showId, begun))) {
					concert.setSeatsLeft(showId, knownShow.seatsLeft());
				}
			}
			known.supersede();
			forgetShows(known, concert);
		}
		this.concerts.put(concert.id(), concert);
		this.goneConcerts.invalidate(concert.id());
		for (long showId : concert.showIds()) {
			this.concertsOfShows.put(showId, concert);
			this.goneShows.invalidate(showId);
		}
	}

	private void remove(long id) {
		this.goneConcerts.put(id, true);
		CachedConcert known = this.concerts.remove(id);
		if (known != null) {
			known.supersede();
			forgetShows(known, null);
		}
	}

	private void forgetShows(CachedConcert known, CachedConcert next) {
		for (long showId : known.showIds()) {
			if (next == null || next.show(showId) == null) {
				this.concertsOfShows.remove(showId);
				this.goneShows.put(showId, true);
			}
		}
	}

	/**
	 * A look at the database. What it found is taken over when it is closed.
	 */
	final class Reading implements AutoCloseable {

		private final long begun;

		private final List<CachedConcert> concerts = new ArrayList<>();

		private final Set<Long> missing = new HashSet<>();

		private final Map<Long, Integer> seatsLeft = new HashMap<>();

		private Reading(long begun) {
			this.begun = begun;
		}

		/** These are in the programme as they are here. */
		void found(Collection<CachedConcert> found) {
			this.concerts.addAll(found);
		}

		/** This one has left the programme. */
		void missed(long concertId) {
			this.missing.add(concertId);
		}

		/** This is what is left of a show, all else about it being as it is known. */
		void foundSeatsLeft(long showId, int left) {
			this.seatsLeft.put(showId, left);
		}

		@Override
		public void close() {
			synchronized (CatalogueCache.this) {
				List<CachedConcert> changed = this.concerts.stream().filter(this::take).toList();
				List<Long> gone = this.missing.stream().filter((id) -> !isNewer(id)).toList();
				gone.forEach(CatalogueCache.this::remove);
				if (!changed.isEmpty() || !gone.isEmpty()) {
					CatalogueCache.this.search.add(changed);
				}
				this.seatsLeft.forEach(this::takeSeatsLeft);
				CatalogueCache.this.changes.endReading(this.begun);
			}
		}

		/** Whether the concert took the place of what was known. */
		private boolean take(CachedConcert found) {
			CachedConcert known = CatalogueCache.this.concerts.get(found.id());
			if (isNewer(found.id()) || (known != null && known.revision() > found.revision())) {
				return false;
			}
			if (known != null && known.hasFactsOf(found)) {
				found.shows().forEach((show) -> takeSeatsLeft(show.id(), show.seatsLeft()));
				return false;
			}
			put(found, this.begun);
			CatalogueCache.this.changes.changeConcert(found.id());
			for (long showId : found.showIds()) {
				CatalogueCache.this.changes.changeShow(showId);
			}
			return true;
		}

		private boolean isNewer(long concertId) {
			return CatalogueCache.this.changes.isConcertNewer(concertId, this.begun);
		}

		private void takeSeatsLeft(long showId, int left) {
			CachedConcert concert = CatalogueCache.this.concertsOfShows.get(showId);
			if (concert != null && !CatalogueCache.this.changes.isShowNewer(showId, this.begun)) {
				setSeatsLeft(concert, showId, left);
				CatalogueCache.this.changes.changeShow(showId);
			}
		}

	}

}
