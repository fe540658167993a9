package app.frontrow.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What this instance changed while readings of the database were open, and what it is
 * selling right now: the readings may not know of it. Not safe for several threads.
 */
class LocalChanges {

	private final Map<Long, Change> concerts = new HashMap<>();

	private final Map<Long, Change> shows = new HashMap<>();

	private final Set<Long> openReadings = new HashSet<>();

	/** Counts readings and changes: which came first. */
	private long time;

	/** Begins a reading, which is known by the number that this returns. */
	long beginReading() {
		this.openReadings.add(++this.time);
		return this.time;
	}

	/** Ends a reading. Changes matter to readings that began before them alone. */
	void endReading(long reading) {
		this.openReadings.remove(reading);
		if (this.openReadings.isEmpty()) {
			this.concerts.clear();
			this.shows.values().removeIf((change) -> change.sales == 0);
		}
	}

	void changeConcert(long id) {
		if (!this.openReadings.isEmpty()) {
			at(this.concerts, id);
		}
	}

	void changeShow(long id) {
		if (!this.openReadings.isEmpty()) {
			at(this.shows, id);
		}
	}

	void beginSale(long showId) {
		at(this.shows, showId).sales++;
	}

	void endSale(long showId) {
		Change change = at(this.shows, showId);
		change.sales--;
		if (change.sales == 0 && this.openReadings.isEmpty()) {
			this.shows.remove(showId);
		}
	}

	/** Whether the reading may not know how the concert is. */
	boolean isConcertNewer(long id, long reading) {
		return isNewer(this.concerts.get(id), reading);
	}

	/** Whether the reading may not know what is left of the show. */
	boolean isShowNewer(long id, long reading) {
		return isNewer(this.shows.get(id), reading);
	}

	private Change at(Map<Long, Change> changes, long id) {
		Change change = changes.computeIfAbsent(id, (key) -> new Change());
		change.time = ++this.time;
		return change;
	}

	private static boolean isNewer(Change change, long reading) {
		return change != null && (change.sales > 0 || change.time > reading);
	}

	/**
	 * The latest change.
	 */
	private static final class Change {

		/** Sales that have not ended yet. */
		private int sales;

		private long time;

	}

}
