package app.frontrow.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.catalogue.cache.CachedConcert;
import app.frontrow.catalogue.cache.CatalogueCache;
import app.frontrow.catalogue.cache.DescriptionCache;
import app.frontrow.catalogue.cache.SeatsLeftRepository;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.AfterTransactionExecutor;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes and withdraws concerts for the ticket office.
 */
@Service
public class CatalogueEditService {

	/**
	 * The opening cannot be put off during this time before it. Every instance knows the
	 * opening by then, and draws the order of early members from it.
	 */
	private static final Duration OPENING_FIXED_BEFORE = Duration.ofMinutes(1);

	private final ConcertRepository concerts;

	private final ShowRepository shows;

	private final SeatsLeftRepository seatsLeft;

	private final CatalogueCache cache;

	private final DescriptionCache descriptions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CatalogueEditService(ConcertRepository concerts, ShowRepository shows, SeatsLeftRepository seatsLeft,
			CatalogueCache cache, DescriptionCache descriptions, ApplicationEventPublisher events, Clock clock) {
		this.concerts = concerts;
		this.shows = shows;
		this.seatsLeft = seatsLeft;
		this.cache = cache;
		this.descriptions = descriptions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Adds a concert with its shows and their seats.
	 * @return the id of the concert
	 * @throws InvalidInputException naming each field that breaks a rule
	 */
	@Transactional
	public long register(ConcertDraft draft) {
		ConcertDraft checked = draft.validate();
		ConcertEntity concert = this.concerts
			.save(new ConcertEntity(checked, this.clock.instant().truncatedTo(ChronoUnit.MICROS)));
		publish(concert, schedule(concert, checked.shows()));
		this.events.publishEvent(new ConcertEdited(concert.id(), null, checked));
		return concert.id();
	}

	/**
	 * Changes the concert to match the draft. Its texts can always change. Shows and
	 * prices change only while no affected seat is held or sold. The opening of sales can
	 * be put off until a minute before it.
	 * @param leaving ids of all shows that the draft leaves out. Shows that were
	 * withdrawn before are allowed, so the same change can be sent again
	 * @throws NotFoundException if there is no such concert
	 * @throws InvalidInputException naming each field that breaks a rule
	 * @throws ShowsLeftOutException if the draft leaves out other shows
	 * @throws ConcertHasSalesException if an affected seat is held or sold
	 * @throws OpeningIsFixedException if the opening cannot be put off any more
	 */
	@Transactional
	public void change(long id, ConcertDraft draft, Collection<Long> leaving) {
		ConcertDraft checked = draft.validate();
		ConcertEntity concert = this.concerts.lock(id).orElseThrow(NotFoundException::new);
		requireMovableOpening(concert, checked);
		List<ShowEntity> before = this.shows.findByConcertIdAndWithdrawnFalseOrderByStartsAt(id);
		ConcertDraft stateBefore = concert.toDraft(before);
		List<ShowEntity> kept = before.stream().filter((show) -> checked.shows().contains(show.startsAt())).toList();
		if (kept.stream().anyMatch((show) -> leaving.contains(show.id()))) {
			throw new InvalidInputException("withdrawShows", "show-kept");
		}
		List<ShowEntity> gone = before.stream().filter((show) -> !kept.contains(show)).toList();
		requireNamed(id, gone, leaving);
		withdraw(id, gone);
		concert.describe(checked);
		if (!concert.prices().equals(checked.prices())) {
			concert.reprice(checked.prices());
			this.events.publishEvent(new PricesChanged(id, ids(kept), checked.prices()));
		}
		Set<Instant> existing = before.stream().map(ShowEntity::startsAt).collect(Collectors.toSet());
		List<ShowEntity> added = schedule(concert,
				checked.shows().stream().filter((start) -> !existing.contains(start)).toList());
		publish(concert, Stream.concat(kept.stream(), added.stream()).toList());
		this.events.publishEvent(new ConcertEdited(id, stateBefore, checked));
	}

	/**
	 * Withdraws the concert and its shows.
	 * @throws NotFoundException if there is no such concert
	 * @throws ConcertHasSalesException if one of its seats is held or sold
	 */
	@Transactional
	public void withdraw(long id) {
		ConcertEntity concert = this.concerts.lock(id).orElseThrow(NotFoundException::new);
		List<ShowEntity> before = this.shows.findByConcertIdAndWithdrawnFalseOrderByStartsAt(id);
		withdraw(id, before);
		concert.withdraw();
		this.events.publishEvent(new ConcertEdited(id, concert.toDraft(before), null));
		AfterTransactionExecutor.runAfterCommit(() -> this.cache.withdraw(id));
	}

	/**
	 * Counts seats as sold, within the transaction that sells them.
	 * @param seats how many; negative if they come back on sale
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void countSold(long concertId, long showId, int seats) {
		this.cache.sellAfterCommit(showId, seats);
		this.seatsLeft.subtractSeats(showId, seats);
	}

	/**
	 * Refuses to postpone the opening when the draw has taken place or is about to. The
	 * draw cannot be repeated.
	 */
	private void requireMovableOpening(ConcertEntity concert, ConcertDraft draft) {
		Instant now = this.clock.instant();
		boolean fixed = !now.isBefore(concert.salesOpenAt().minus(OPENING_FIXED_BEFORE));
		if (fixed && concert.isPostponedBy(draft) && draft.salesOpenAt().isAfter(now)) {
			throw new OpeningIsFixedException(concert.id(), concert.salesOpenAt());
		}
	}

	private static void requireNamed(long concertId, List<ShowEntity> gone, Collection<Long> leaving) {
		List<Show> leftOut = gone.stream()
			.filter((show) -> !leaving.contains(show.id()))
			.map(ShowEntity::toShow)
			.toList();
		if (!leftOut.isEmpty()) {
			throw new ShowsLeftOutException(concertId, leftOut);
		}
	}

	private List<ShowEntity> schedule(ConcertEntity concert, List<Instant> starts) {
		if (starts.stream().anyMatch((start) -> !start.isAfter(this.clock.instant()))) {
			throw new InvalidInputException("shows", "show-in-past");
		}
		if (starts.isEmpty()) {
			return List.of();
		}
		List<ShowEntity> added = this.shows
			.saveAll(starts.stream().map((start) -> new ShowEntity(concert.id(), start)).toList());
		this.events.publishEvent(new ShowsScheduled(concert.id(), ids(added), concert.prices()));
		return added;
	}

	private void publish(ConcertEntity concert, List<ShowEntity> shows) {
		CachedConcert written = concert.toCached(shows.stream().map(ShowEntity::toShow).toList());
		String description = concert.description();
		AfterTransactionExecutor.runAfterCommit(() -> {
			this.descriptions.put(written, description);
			this.cache.put(written);
		});
	}

	private void withdraw(long concertId, List<ShowEntity> leaving) {
		if (!leaving.isEmpty()) {
			leaving.forEach(ShowEntity::withdraw);
			this.events.publishEvent(new ShowsWithdrawn(concertId, ids(leaving)));
		}
	}

	private static List<Long> ids(List<ShowEntity> shows) {
		return shows.stream().map(ShowEntity::id).toList();
	}

}
