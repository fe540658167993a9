package app.frontrow.catalogue.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.store.AfterTransactionExecutor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Keeps all concerts and shows in memory. Readers never wait. Changes by this instance
 * arrive after their commit. Changes by other instances arrive through a {@link Reading}.
 * <p>
 * This instance may sell seats while a reading runs. The reading may then have old data.
 * So a reading does not overwrite shows that this instance has changed since the reading
 * began, or is selling when it ends. The next reading brings their new state.
 */
@Component
public class CatalogueCache {

	/** Used as the number of the reading for a change by this instance. */
	private static final long LOCAL_CHANGE = -1;

	private final CachedConcertMap concerts = new CachedConcertMap();

	private final ConcertSearchService search;

	private final LocalChangeTracker changes = new LocalChangeTracker();

	public CatalogueCache(ConcertSearchService search) {
		this.search = search;
	}

	public @Nullable CachedConcert findConcert(long id) {
		return this.concerts.find(id);
	}

	public @Nullable CachedConcert findConcertOfShow(long showId) {
		return this.concerts.findOfShow(showId);
	}

	boolean isConcertGone(long id) {
		return this.concerts.isGone(id);
	}

	boolean isShowGone(long showId) {
		return this.concerts.isShowGone(showId);
	}

	Collection<CachedConcert> all() {
		return this.concerts.all();
	}

	/** Begins a reading. Call this before the first statement. */
	public synchronized Reading beginRefresh() {
		return new Reading(this.changes.beginReading());
	}

	/**
	 * Subtracts the seats after the running transaction commits. Call this before the
	 * statement that sells them.
	 * @param seats how many; negative if they come back on sale
	 */
	public void sellAfterCommit(long showId, int seats) {
		AfterTransactionExecutor.runAfterEnd((committed) -> endSale(showId, committed ? seats : 0));
		synchronized (this) {
			this.changes.beginSale(showId);
		}
	}

	/** Adds a concert that this instance wrote. Call this after the commit. */
	public synchronized void put(CachedConcert written) {
		CachedConcert known = this.concerts.find(written.id());
		if (!isConcertGone(written.id()) && (known == null || known.revision() <= written.revision())) {
			this.changes.recordConcertChange(written.id());
			put(written, LOCAL_CHANGE);
			this.search.add(List.of(written));
		}
	}

	/** Removes a concert that this instance withdrew. Call this after the commit. */
	public synchronized void withdraw(long id) {
		this.changes.recordConcertChange(id);
		this.concerts.remove(id);
		this.search.markRemoved();
	}

	private synchronized void endSale(long showId, int sold) {
		this.changes.endSale(showId);
		CachedConcert concert = this.concerts.findOfShow(showId);
		Show show = (sold != 0 && concert != null) ? concert.show(showId) : null;
		if (concert != null && show != null) {
			// this instance may not know yet that another one gave seats back
			setSeatsLeft(concert, showId, Math.max(0, show.seatsLeft() - sold));
		}
	}

	private void setSeatsLeft(CachedConcert concert, long showId, int left) {
		if (concert.setSeatsLeft(showId, left)) {
			this.search.markSoldOutChanged();
		}
	}

	/**
	 * Replaces the known concert, but keeps newer numbers of seats left.
	 * @param startedAt number of the reading, or {@link #LOCAL_CHANGE}
	 */
	private void put(CachedConcert concert, long startedAt) {
		CachedConcert known = this.concerts.find(concert.id());
		for (long showId : concert.showIds()) {
			Show knownShow = (known != null) ? known.show(showId) : null;
			if (knownShow != null && (startedAt == LOCAL_CHANGE || this.changes.isShowNewer(showId, startedAt))) {
				concert.setSeatsLeft(showId, knownShow.seatsLeft());
			}
		}
		this.concerts.put(concert);
	}

	/** Collects what was read. Closing it updates the cache. */
	public final class Reading implements AutoCloseable {

		private final long startedAt;

		private final List<CachedConcert> concerts = new ArrayList<>();

		private final Set<Long> missing = new HashSet<>();

		private final Map<Long, Integer> seatsLeft = new HashMap<>();

		private Reading(long startedAt) {
			this.startedAt = startedAt;
		}

		public void addFound(Collection<CachedConcert> found) {
			this.concerts.addAll(found);
		}

		void addMissing(long concertId) {
			this.missing.add(concertId);
		}

		/** Reports the seats left of a show that has not changed otherwise. */
		void addSeatsLeft(long showId, int left) {
			this.seatsLeft.put(showId, left);
		}

		@Override
		public void close() {
			synchronized (CatalogueCache.this) {
				List<CachedConcert> changed = this.concerts.stream().filter(this::take).toList();
				List<Long> gone = this.missing.stream().filter((id) -> !isNewer(id)).toList();
				gone.forEach(CatalogueCache.this.concerts::remove);
				if (!changed.isEmpty() || !gone.isEmpty()) {
					CatalogueCache.this.search.add(changed);
				}
				this.seatsLeft.forEach(this::takeSeatsLeft);
				CatalogueCache.this.changes.endReading(this.startedAt);
			}
		}

		/** Returns whether the concert replaced the known one. */
		private boolean take(CachedConcert found) {
			CachedConcert known = CatalogueCache.this.concerts.find(found.id());
			if (isNewer(found.id()) || (known != null && known.revision() > found.revision())) {
				return false;
			}
			if (known != null && known.hasSameDetailsAs(found)) {
				found.shows().forEach((show) -> takeSeatsLeft(show.id(), show.seatsLeft()));
				return false;
			}
			put(found, this.startedAt);
			CatalogueCache.this.changes.recordConcertChange(found.id());
			for (long showId : found.showIds()) {
				CatalogueCache.this.changes.recordShowChange(showId);
			}
			return true;
		}

		private boolean isNewer(long concertId) {
			return CatalogueCache.this.changes.isConcertNewer(concertId, this.startedAt);
		}

		private void takeSeatsLeft(long showId, int left) {
			CachedConcert concert = CatalogueCache.this.concerts.findOfShow(showId);
			if (concert != null && !CatalogueCache.this.changes.isShowNewer(showId, this.startedAt)) {
				setSeatsLeft(concert, showId, left);
				CatalogueCache.this.changes.recordShowChange(showId);
			}
		}

	}

}
