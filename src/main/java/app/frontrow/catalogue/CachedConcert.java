package app.frontrow.catalogue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A concert and its shows in memory, without the description. Only the seats left change,
 * and only {@link CatalogueCache} changes them. Times are microseconds since 1970, to
 * save memory with half a million concerts.
 */
final class CachedConcert {

	/** Sorts concerts that are all in the future, or all in the past. */
	static final Comparator<CachedConcert> SOONEST_FIRST = Comparator
		.<CachedConcert>comparingLong((it) -> it.firstShowMicros)
		.thenComparingLong((it) -> it.id);

	private final long id;

	private final int revision;

	private final String title;

	private final String artist;

	private final String venue;

	private final long salesOpenMicros;

	private final long firstShowMicros;

	private final long lastShowMicros;

	private final List<PriceBand> prices;

	private final long[] showIds;

	private final long[] showStartMicros;

	private final String searchText;

	/** Replaced as a whole and never changed, because readers take no lock. */
	private volatile byte[] seatsLeft;

	private volatile boolean superseded;

	CachedConcert(ConcertDetails facts, List<Show> shows) {
		List<Show> inOrder = shows.stream()
			.sorted(Comparator.comparing(Show::startsAt).thenComparing(Show::id))
			.toList();
		this.id = facts.id();
		this.revision = facts.revision();
		this.title = facts.title();
		this.artist = facts.artist();
		this.venue = facts.venue();
		this.salesOpenMicros = micros(facts.salesOpenAt());
		this.firstShowMicros = micros(facts.firstShowAt());
		this.lastShowMicros = micros(facts.lastShowAt());
		this.prices = List.copyOf(facts.prices());
		this.showIds = inOrder.stream().mapToLong(Show::id).toArray();
		this.showStartMicros = inOrder.stream().mapToLong((show) -> micros(show.startsAt())).toArray();
		this.seatsLeft = new byte[this.showIds.length];
		for (int i = 0; i < this.seatsLeft.length; i++) {
			this.seatsLeft[i] = (byte) inOrder.get(i).seatsLeft();
		}
		this.searchText = SearchTextNormalizer.normalizeFields(this.title, this.artist, this.venue);
	}

	/** Microseconds since 1970. */
	static long micros(Instant instant) {
		return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
	}

	private static Instant instant(long micros) {
		return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
	}

	long id() {
		return this.id;
	}

	int revision() {
		return this.revision;
	}

	String searchText() {
		return this.searchText;
	}

	long[] showIds() {
		return this.showIds.clone();
	}

	Instant salesOpenAt() {
		return instant(this.salesOpenMicros);
	}

	Concert toConcert(String description, Instant now) {
		long at = micros(now);
		return new Concert(this.id, this.title, this.artist, this.venue, description, instant(this.salesOpenMicros),
				status(at), instant(this.firstShowMicros), instant(this.lastShowMicros), seatsLeft(at), this.prices);
	}

	List<Show> shows() {
		byte[] left = this.seatsLeft;
		return IntStream.range(0, this.showIds.length)
			.mapToObj((i) -> new Show(this.showIds[i], this.id, instant(this.showStartMicros[i]), left[i]))
			.toList();
	}

	/** Returns null if the show is not one of this concert. */
	Show show(long showId) {
		int i = indexOf(showId);
		return (i < 0) ? null : new Show(showId, this.id, instant(this.showStartMicros[i]), this.seatsLeft[i]);
	}

	/** Counts the seats that are not sold, in shows that begin after this moment. */
	int seatsLeft(long now) {
		byte[] left = this.seatsLeft;
		int sum = 0;
		for (int i = 0; i < left.length; i++) {
			if (this.showStartMicros[i] > now) {
				sum += left[i];
			}
		}
		return sum;
	}

	SaleStatus status(long now) {
		if (isOver(now)) {
			return SaleStatus.ENDED;
		}
		if (this.salesOpenMicros > now) {
			return SaleStatus.UPCOMING;
		}
		return (seatsLeft(now) > 0) ? SaleStatus.ON_SALE : SaleStatus.SOLD_OUT;
	}

	boolean isOver(long now) {
		return this.lastShowMicros <= now;
	}

	/** Returns when the status may next change without any sale. */
	long nextStatusChange(long now) {
		long next = (this.lastShowMicros > now) ? this.lastShowMicros : Long.MAX_VALUE;
		if (this.salesOpenMicros > now) {
			next = Math.min(next, this.salesOpenMicros);
		}
		// the shows are sorted, so this one begins next
		for (long start : this.showStartMicros) {
			if (start > now) {
				return Math.min(next, start);
			}
		}
		return next;
	}

	/** Tells whether the cache has replaced or removed this object. */
	boolean isSuperseded() {
		return this.superseded;
	}

	void supersede() {
		this.superseded = true;
	}

	/** Compares everything except the seats left. */
	boolean hasSameDetailsAs(CachedConcert other) {
		return this.id == other.id && this.revision == other.revision && this.salesOpenMicros == other.salesOpenMicros
				&& this.firstShowMicros == other.firstShowMicros && this.lastShowMicros == other.lastShowMicros
				&& this.title.equals(other.title) && this.artist.equals(other.artist) && this.venue.equals(other.venue)
				&& this.prices.equals(other.prices) && Arrays.equals(this.showIds, other.showIds)
				&& Arrays.equals(this.showStartMicros, other.showStartMicros);
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
		for (int i = 0; i < this.showIds.length; i++) {
			if (this.showIds[i] == showId) {
				return i;
			}
		}
		return -1;
	}

}
