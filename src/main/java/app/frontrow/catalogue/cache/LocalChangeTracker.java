package app.frontrow.catalogue.cache;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what this instance changes while readings of the database run. The readings
 * may not contain these changes. Not thread-safe.
 */
class LocalChangeTracker {

	private final Map<Long, Change> concerts = new HashMap<>();

	private final Map<Long, Change> shows = new HashMap<>();

	private final Set<Long> openReadings = new HashSet<>();

	/** Counts readings and changes, to order them. */
	private long time;

	/** Returns the number of the new reading. */
	long beginReading() {
		this.openReadings.add(++this.time);
		return this.time;
	}

	/** Ends a reading. Without open readings, old changes are forgotten. */
	void endReading(long reading) {
		this.openReadings.remove(reading);
		if (this.openReadings.isEmpty()) {
			this.concerts.clear();
			this.shows.values().removeIf((change) -> change.sales == 0);
		}
	}

	void recordConcertChange(long id) {
		if (!this.openReadings.isEmpty()) {
			at(this.concerts, id);
		}
	}

	void recordShowChange(long id) {
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

	/** Tells whether the concert changed after the reading began. */
	boolean isConcertNewer(long id, long reading) {
		return isNewer(this.concerts.get(id), reading);
	}

	/** Tells whether the show changed after the reading began, or is being sold. */
	boolean isShowNewer(long id, long reading) {
		return isNewer(this.shows.get(id), reading);
	}

	private Change at(Map<Long, Change> changes, long id) {
		Change change = changes.computeIfAbsent(id, (key) -> new Change());
		change.time = ++this.time;
		return change;
	}

	private static boolean isNewer(@Nullable Change change, long reading) {
		return change != null && (change.sales > 0 || change.time > reading);
	}

	private static final class Change {

		/** Sales whose transactions still run. */
		private int sales;

		private long time;

	}

}
