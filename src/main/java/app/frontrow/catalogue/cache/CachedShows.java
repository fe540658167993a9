package app.frontrow.catalogue.cache;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import app.frontrow.catalogue.concert.Show;
import org.jspecify.annotations.Nullable;

/**
 * The shows of a concert in the order of their dates, cached in little memory. Times are
 * microseconds since 1970.
 */
class CachedShows {

	private final long[] ids;

	private final long[] startMicros;

	/** The months with a show, of any year: bit 1 for January. */
	private final int months;

	/**
	 * The array is replaced as a whole and never changed, because readers take no lock.
	 */
	private volatile byte[] seatsLeft;

	CachedShows(List<Show> shows) {
		List<Show> inOrder = shows.stream()
			.sorted(Comparator.comparing(Show::startsAt).thenComparing(Show::id))
			.toList();
		this.ids = inOrder.stream().mapToLong(Show::id).toArray();
		this.startMicros = inOrder.stream().mapToLong((show) -> CachedConcert.micros(show.startsAt())).toArray();
		this.months = inOrder.stream()
			.mapToInt((show) -> 1 << show.startsAt().atZone(Show.ZONE).getMonthValue())
			.reduce(0, (all, month) -> all | month);
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
	@Nullable Show find(long concertId, long showId) {
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
		for (long start : this.startMicros) {
			if (start > now) {
				return start;
			}
		}
		return Long.MAX_VALUE;
	}

	/** Tells whether a show begins in this month of any year, Seoul time. */
	boolean playsInMonth(int month) {
		return (this.months & 1 << month) != 0;
	}

	/** Tells whether a show begins at or after the first time, and before the second. */
	boolean playsBetween(long from, long to) {
		for (long start : this.startMicros) {
			if (start >= from && start < to) {
				return true;
			}
		}
		return false;
	}

	/** Adds the months of the shows that begin after this moment, Seoul time. */
	void addMonths(long now, Set<YearMonth> months) {
		long end = Long.MIN_VALUE;
		for (long start : this.startMicros) {
			if (start > now && start >= end) {
				YearMonth month = YearMonth.from(CachedConcert.instant(start).atZone(Show.ZONE));
				months.add(month);
				end = CachedConcert.micros(month.plusMonths(1).atDay(1).atStartOfDay(Show.ZONE).toInstant());
			}
		}
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
