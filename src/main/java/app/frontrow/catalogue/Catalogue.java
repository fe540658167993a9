package app.frontrow.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.frontrow.catalogue.Concerts.SeatsLeft;
import app.frontrow.shared.LikePattern;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.PageOf;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What there is to see. Reads are cached for a second at most; a change made on this
 * instance is seen at once.
 */
@Service
public class Catalogue {

	static final String CONCERTS = "concerts";

	static final String SHOWS = "shows";

	static final String SHOW = "show";

	static final String SEARCHES = "concert-searches";

	private final Concerts concerts;

	private final Shows shows;

	private final Clock clock;

	Catalogue(Concerts concerts, Shows shows, Clock clock) {
		this.concerts = concerts;
		this.shows = shows;
		this.clock = clock;
	}

	/**
	 * Concerts whose title, artist or venue contains the text; those to come first,
	 * soonest first.
	 * @param text null or empty for all
	 * @param status null for any
	 * @param page number of the page, from 0
	 * @param size concerts on a page
	 */
	@Cacheable(value = SEARCHES, sync = true)
	@Transactional(readOnly = true)
	public PageOf<Concert> search(String text, SaleStatus status, int page, int size) {
		Instant now = this.clock.instant();
		Page<ConcertEntity> found = this.concerts.search((text != null) ? LikePattern.literally(text.strip()) : "",
				(status != null) ? status.name() : null, now, PageRequest.of(page, size));
		Map<Long, Integer> seatsLeft = seatsLeft(found.getContent().stream().map(ConcertEntity::id).toList(), now);
		return PageOf.of(found,
				found.getContent()
					.stream()
					.map((concert) -> concert.toConcert(seatsLeft.getOrDefault(concert.id(), 0), now))
					.toList());
	}

	/**
	 * The concert with this id.
	 * @throws NotFoundException if there is none
	 */
	@Cacheable(value = CONCERTS, sync = true)
	@Transactional(readOnly = true)
	public Concert concert(long id) {
		Instant now = this.clock.instant();
		int seatsLeft = seatsLeft(List.of(id), now).getOrDefault(id, 0);
		return this.concerts.findByIdAndWithdrawnFalse(id)
			.map((concert) -> concert.toConcert(seatsLeft, now))
			.orElseThrow(NotFoundException::new);
	}

	/**
	 * Every show of the concert, soonest first; none if there is no such concert.
	 */
	@Cacheable(value = SHOWS, sync = true)
	@Transactional(readOnly = true)
	public List<Show> shows(long concertId) {
		return this.shows.findByConcertIdAndWithdrawnFalseOrderByStartsAt(concertId)
			.stream()
			.map(ShowEntity::toShow)
			.toList();
	}

	/**
	 * The show with this id.
	 * @throws NotFoundException if there is none
	 */
	@Cacheable(value = SHOW, sync = true)
	@Transactional(readOnly = true)
	public Show show(long id) {
		return this.shows.findByIdAndWithdrawnFalse(id).map(ShowEntity::toShow).orElseThrow(NotFoundException::new);
	}

	/**
	 * Whether the show has begun.
	 */
	public boolean hasBegun(Show show) {
		return !show.startsAt().isAfter(this.clock.instant());
	}

	private Map<Long, Integer> seatsLeft(Collection<Long> ids, Instant now) {
		return ids.isEmpty() ? Map.of()
				: this.concerts.seatsLeft(ids, now)
					.stream()
					.collect(Collectors.toMap(SeatsLeft::getConcertId, (row) -> row.getSeatsLeft().intValue()));
	}

}
