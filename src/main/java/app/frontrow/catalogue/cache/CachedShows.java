package app.frontrow.catalogue.cache;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.Show;

/**
 * The shows of a concert in little memory, in the order of their dates. Times are
 * microseconds since 1970.
 */
class CachedShows {

	private final long[] ids;

	private final long[] startMicros;

	/** Replaced as a whole and never changed, because readers take no lock. */
	private volatile byte[] seatsLeft;

	CachedShows(List<Show> shows) {
		List<Show> inOrder = shows.stream()
			.sorted(Comparator.comparing(Show::startsAt).thenComparing(Show::id))
			.toList();
		this.ids = inOrder.stream().mapToLong(Show::id).toArray();
		this.startMicros = inOrder.stream().mapToLong((show) -> CachedConcert.micros(show.startsAt())).toArray();
		this.seatsLeft = new byte[this.ids.length];
		for (int i = 0; i < this.seatsLeft.length; i++) {
			this.seatsLeft[i] = (byte) inOrder.get(i).seatsLeft();
		}
	}

	long[] ids() {
		return this.ids.clone();
	}

	List<Show> toShows(long concertId) {
		byte[] left = this.seatsLeft;
		return IntStream.range(0, this.ids.length).mapToObj((i) -> toShow(concertId, i, left)).toList();
	}

	/** Returns null if there is no such show. */
	Show find(long concertId, long showId) {
		int i = indexOf(showId);
		return (i < 0) ? null : toShow(concertId, i, this.seatsLeft);
	}

	private Show toShow(long concertId, int i, byte[] left) {
		return new Show(this.ids[i], concertId, CachedConcert.instant(this.startMicros[i]), left[i]);
	}

	/** Counts the seats that are not sold, in shows that begin after this moment. */
	int countSeatsLeft(long now) {
		byte[] left = this.seatsLeft;
		int sum = 0;
		for (int i = 0; i < left.length; i++) {
			if (this.startMicros[i] > now) {
				sum += left[i];
			}
		}
		return sum;
	}

	/** Returns when the next show begins; the largest number if none does. */
	long findNextStart(long now) {
		return Arrays.stream(this.startMicros).filter((start) -> start > now).findFirst().orElse(Long.MAX_VALUE);
	}

	boolean hasSameDates(CachedShows other) {
		return Arrays.equals(this.ids, other.ids) && Arrays.equals(this.startMicros, other.startMicros);
	}

	/**
	 * Sets the seats left of a show.
	 * @return whether the show has just sold out, or has seats again
	 */
	boolean setSeatsLeft(long showId, int left) {
		int i = indexOf(showId);
		if (i < 0 || this.seatsLeft[i] == left) {
			return false;
		}
		byte[] changed = this.seatsLeft.clone();
		boolean turned = (changed[i] == 0) != (left == 0);
		changed[i] = (byte) left;
		this.seatsLeft = changed;
		return turned;
	}

	private int indexOf(long showId) {
		for (int i = 0; i < this.ids.length; i++) {
			if (this.ids[i] == showId) {
				return i;
			}
		}
		return -1;
	}

}
