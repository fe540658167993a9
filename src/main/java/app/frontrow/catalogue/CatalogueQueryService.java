package app.frontrow.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import app.frontrow.catalogue.cache.CachedConcert;
import app.frontrow.catalogue.cache.ConcertLookup;
import app.frontrow.catalogue.cache.ConcertSearchService;
import app.frontrow.catalogue.cache.DescriptionCache;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.catalogue.concert.ConcertSort;
import app.frontrow.catalogue.concert.ConcertTexts;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.SaleTerms;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Finds concerts and shows in memory. It asks the database only for unknown concerts. A
 * change by this instance is visible at once, a change by another one after about a
 * second. If the database is down, the last known state is served.
 */
@Service
public class CatalogueQueryService {

	private static final ConcertTexts NO_TEXTS = new ConcertTexts("", null, null);

	private final ConcertLookup lookup;

	private final ConcertSearchService search;

	private final DescriptionCache descriptions;

	private final Clock clock;

	CatalogueQueryService(ConcertLookup lookup, ConcertSearchService search, DescriptionCache descriptions,
			Clock clock) {
		this.lookup = lookup;
		this.search = search;
		this.descriptions = descriptions;
		this.clock = clock;
	}

	/**
	 * Finds concerts by {@link ConcertFilter#text() text} and status, by date.
	 * @param text null or empty for all
	 * @param status null for any
	 * @param page number of the page, from 0
	 * @param size concerts on a page
	 */
	public PageOf<Concert> search(@Nullable String text, @Nullable SaleStatus status, int page, int size) {
		return search(new ConcertFilter((text != null) ? text : "", status, null, "", ConcertSort.DATE), page, size);
	}

	/**
	 * Finds the concerts that fit the filter, in its order. The text may be a part of a
	 * title, artist or venue, their Korean initials, or a month. Case, accents and spaces
	 * do not count.
	 * @param page number of the page, from 0
	 * @param size concerts on a page
	 */
	public PageOf<Concert> search(ConcertFilter filter, int page, int size) {
		Instant now = this.clock.instant();
		CachedConcert[] found = this.search.find(filter, CachedConcert.micros(now));
		int from = (int) Math.min((long) page * size, found.length);
		List<CachedConcert> items = Arrays.asList(found).subList(from, Math.min(from + size, found.length));
		Map<Long, ConcertTexts> texts = this.descriptions.getDescriptions(items);
		return PageOf.of(items.stream()
			.map((concert) -> concert.toConcert(texts.getOrDefault(concert.id(), NO_TEXTS), now))
			.toList(), page, size, found.length);
	}

	/**
	 * Returns the concert with its description.
	 * @throws NotFoundException if there is no such concert
	 */
	public Concert getConcert(long id) {
		CachedConcert concert = this.lookup.getConcert(id);
		ConcertTexts text = this.descriptions.getDescriptions(List.of(concert)).get(id);
		if (text == null) {
			throw new NotFoundException();
		}
		return concert.toConcert(text, this.clock.instant());
	}

	/**
	 * Returns what the waiting room needs to know about the sale.
	 * @throws NotFoundException if there is no such concert
	 */
	public SaleTerms getSaleTerms(long concertId) {
		CachedConcert concert = this.lookup.getConcert(concertId);
		long now = CachedConcert.micros(this.clock.instant());
		return new SaleTerms(concert.seatsLeft(now), concert.salesOpenAt(), concert.status(now), concert.createdAt());
	}

	/** Returns the shows by date, or none if there is no such concert. */
	public List<Show> findShows(long concertId) {
		try {
			return this.lookup.getConcert(concertId).shows();
		}
		catch (NotFoundException gone) {
			return List.of();
		}
	}

	/**
	 * Returns the show.
	 * @throws NotFoundException if there is no such show
	 */
	public Show getShow(long id) {
		return this.lookup.getShow(id);
	}

	public boolean hasBegun(Show show) {
		return !show.startsAt().isAfter(this.clock.instant());
	}

}
