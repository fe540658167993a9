package app.frontrow.catalogue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A concert with its shows as this instance knows it, without its description. Only the
 * seats left change; {@link CatalogueCache} alone changes them. Times are microseconds
 * since 1970, since there may be half a million of them.
 */
final class CachedConcert {

	/** The order of every list among concerts that are all still to come, or all over. */
	static final Comparator<CachedConcert> SOONEST_FIRST = Comparator.<CachedConcert>comparingLong((it) -> it.firstShow)
		.thenComparingLong((it) -> it.id);

	private final long id;

	private final int revision;

	private final String title;

	private final String artist;

	private final String venue;

	private final long salesOpen;

	private final long firstShow;

	private final long lastShow;

	private final List<PriceBand> prices;

	private final long[] showIds;

	private final long[] starts;

	private final String searchText;

	/** Never written to: replaced as a whole, so that a reader sees one state of it. */
	private volatile byte[] seatsLeft;

	private volatile boolean superseded;

	CachedConcert(ConcertFacts facts, List<Show> shows) {
		List<Show> inOrder = shows.stream()
			.sorted(Comparator.comparing(Show::startsAt).thenComparing(Show::id))
			.toList();
		this.id = facts.id();
		this.revision = facts.revision();
		this.title = facts.title();
		this.artist = facts.artist();
		this.venue = facts.venue();
		this.salesOpen = micros(facts.salesOpenAt());
		this.firstShow = micros(facts.firstShowAt());
		this.lastShow = micros(facts.lastShowAt());
		this.prices = List.copyOf(facts.prices());
		this.showIds = inOrder.stream().mapToLong(Show::id).toArray();
		this.starts = inOrder.stream().mapToLong((show) -> micros(show.startsAt())).toArray();
		this.seatsLeft = new byte[this.showIds.length];
		for (int i = 0; i < this.seatsLeft.length; i++) {
			this.seatsLeft[i] = (byte) inOrder.get(i).seatsLeft();
		}
		this.searchText = SearchText.of(this.title, this.artist, this.venue);
	}

	/** The moment as all times here are counted. */
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
		return instant(this.salesOpen);
	}

	Concert toConcert(String description, Instant now) {
		long at = micros(now);
		return new Concert(this.id, this.title, this.artist, this.venue, description, instant(this.salesOpen),
				status(at), instant(this.firstShow), instant(this.lastShow), seatsLeft(at), this.prices);
	}

	List<Show> shows() {
		byte[] left = this.seatsLeft;
		return IntStream.range(0, this.showIds.length)
			.mapToObj((i) -> new Show(this.showIds[i], this.id, instant(this.starts[i]), left[i]))
			.toList();
	}

	/** One of its shows, null if it is not. */
	Show show(long showId) {
		int i = indexOf(showId);
		return (i < 0) ? null : new Show(showId, this.id, instant(this.starts[i]), this.seatsLeft[i]);
	}

	/** Seats not yet sold over the shows that begin after this moment. */
	int seatsLeft(long now) {
		byte[] left = this.seatsLeft;
		int sum = 0;
		for (int i = 0; i < left.length; i++) {
			if (this.starts[i] > now) {
				sum += left[i];
			}
		}
		return sum;
	}

	SaleStatus status(long now) {
		if (isOver(now)) {
			return SaleStatus.ENDED;
		}
		if (this.salesOpen > now) {
			return SaleStatus.UPCOMING;
		}
		return (seatsLeft(now) > 0) ? SaleStatus.ON_SALE : SaleStatus.SOLD_OUT;
	}

	boolean isOver(long now) {
		return this.lastShow <= now;
	}

	/** When the passing of time alone may next change its status. */
	long nextTurn(long now) {
		long next = (this.lastShow > now) ? this.lastShow : Long.MAX_VALUE;
		if (this.salesOpen > now) {
			next = Math.min(next, this.salesOpen);
		}
		// sorted: the first one after now is the next to begin
		for (long start : this.starts) {
			if (start > now) {
				return Math.min(next, start);
			}
		}
		return next;
	}

	/** Whether another object, or nothing, has taken the place of this one. */
	boolean isSuperseded() {
		return this.superseded;
	}

	void supersede() {
		this.superseded = true;
	}

	/** Whether the other one is the same but for the seats left. */
	boolean hasFactsOf(CachedConcert other) {
		return this.id == other.id && this.revision == other.revision && this.salesOpen == other.salesOpen
				&& this.firstShow == other.firstShow && this.lastShow == other.lastShow
				&& this.title.equals(other.title) && this.artist.equals(other.artist) && this.venue.equals(other.venue)
				&& this.prices.equals(other.prices) && Arrays.equals(this.showIds, other.showIds)
				&& Arrays.equals(this.starts, other.starts);
	}

	/**
	 * Sets what is left of a show.
	 * @return whether the show is sold out now and was not before, or the other way round
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
