package app.frontrow.catalogue.cache;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.ConcertDetails;
import app.frontrow.catalogue.concert.ConcertTexts;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.text.SearchTextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * A concert and its shows in memory, without the description. Only {@link CatalogueCache}
 * changes the seats left. Times are microseconds since 1970, to save memory.
 */
public final class CachedConcert {

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

	private final long createdMicros;

	private final List<PriceBand> prices;

	private final CachedShows shows;

	private final List<Show.Notice> notices;

	private final String searchText;

	private volatile boolean superseded;

	public CachedConcert(ConcertDetails details, List<Show> shows) {
		this.id = details.id();
		this.revision = details.revision();
		this.title = details.title();
		this.artist = details.artist();
		this.venue = details.venue();
		this.salesOpenMicros = micros(details.salesOpenAt());
		this.firstShowMicros = micros(details.firstShowAt());
		this.lastShowMicros = micros(details.lastShowAt());
		this.createdMicros = micros(details.createdAt());
		this.prices = List.copyOf(details.prices());
		this.shows = new CachedShows(shows);
		this.notices = List.copyOf(details.notices());
		this.searchText = SearchTextNormalizer.normalizeFields(details.allNames());
	}

	/** Microseconds since 1970. */
	public static long micros(Instant instant) {
		return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
	}

	static Instant instant(long micros) {
		return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
	}

	public long id() {
		return this.id;
	}

	int revision() {
		return this.revision;
	}

	String searchText() {
		return this.searchText;
	}

	long[] showIds() {
		return this.shows.ids();
	}

	public String venue() {
		return this.venue;
	}

	/** Adds the months of the shows that begin after this moment, Seoul time. */
	public void addMonths(Instant now, Set<YearMonth> months) {
		this.shows.addMonths(micros(now), months);
	}

	public Instant salesOpenAt() {
		return instant(this.salesOpenMicros);
	}

	public Instant createdAt() {
		return instant(this.createdMicros);
	}

	public Concert toConcert(ConcertTexts texts, Instant now) {
		long at = micros(now);
		return new Concert(this.id, this.title, this.artist, this.venue, texts.description(),
				instant(this.salesOpenMicros), status(at), instant(this.firstShowMicros), instant(this.lastShowMicros),
				seatsLeft(at), this.prices, texts.translation(), texts.visit(), this.notices);
	}

	public List<Show> shows() {
		return this.shows.toShows(this.id);
	}

	/** Returns null if the show is not one of this concert. */
	@Nullable Show show(long showId) {
		return this.shows.find(this.id, showId);
	}

	/** Counts the seats that are not sold, in shows that begin after this moment. */
	public int seatsLeft(long now) {
		return this.shows.countSeatsLeft(now);
	}

	/** The state of the sale at this time, microseconds since the epoch. */
	public SaleStatus status(long now) {
		if (isOver(now)) {
			return SaleStatus.ENDED;
		}
		if (this.salesOpenMicros > now) {
			return SaleStatus.UPCOMING;
		}
		return (seatsLeft(now) > 0) ? SaleStatus.ON_SALE : SaleStatus.SOLD_OUT;
	}

	/** The lowest price of a seat, in won. */
	long priceFrom() {
		return this.prices.stream().mapToLong(PriceBand::price).min().orElse(0);
	}

	boolean playsInMonth(int month) {
		return this.shows.playsInMonth(month);
	}

	boolean playsBetween(long from, long to) {
		return this.shows.playsBetween(from, to);
	}

	public boolean isOver(long now) {
		return this.lastShowMicros <= now;
	}

	/** Returns when the status may next change without any sale. */
	long nextStatusChange(long now) {
		long next = (this.lastShowMicros > now) ? this.lastShowMicros : Long.MAX_VALUE;
		if (this.salesOpenMicros > now) {
			next = Math.min(next, this.salesOpenMicros);
		}
		return Math.min(next, this.shows.findNextStart(now));
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
				&& this.createdMicros == other.createdMicros && this.searchText.equals(other.searchText)
				&& this.title.equals(other.title) && this.artist.equals(other.artist) && this.venue.equals(other.venue)
				&& this.prices.equals(other.prices) && this.shows.hasSameDates(other.shows);
	}

	/**
	 * Sets the seats left of a show.
	 * @return whether the show has just sold out, or has seats again
	 */
	boolean setSeatsLeft(long showId, int left) {
		return this.shows.setSeatsLeft(showId, left);
	}

}
