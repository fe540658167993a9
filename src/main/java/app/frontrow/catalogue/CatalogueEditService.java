package app.frontrow.catalogue;

import java.time.Clock;
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
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.ConcertTexts;
import app.frontrow.catalogue.edit.ConcertEdited;
import app.frontrow.catalogue.edit.ConcertEditOptions;
import app.frontrow.catalogue.edit.OpeningIsFixedException;
import app.frontrow.catalogue.edit.ShowsLeftOutException;
import app.frontrow.catalogue.edit.VersionConflictException;
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

	private final ConcertRepository concerts;

	private final ShowScheduler shows;

	private final SeatsLeftRepository seatsLeft;

	private final CatalogueCache cache;

	private final DescriptionCache descriptions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CatalogueEditService(ConcertRepository concerts, ShowScheduler shows, SeatsLeftRepository seatsLeft,
			CatalogueCache cache, DescriptionCache descriptions, ApplicationEventPublisher events, Clock clock) {
		this.concerts = concerts;
		this.shows = shows;
		this.seatsLeft = seatsLeft;
		this.cache = cache;
		this.descriptions = descriptions;
		this.events = events;
		this.clock = clock;
	}

	/** Adds a concert that everybody sees. */
	@Transactional
	public long register(ConcertDraft draft) {
		return register(draft, true);
	}

	/**
	 * Adds a concert with its shows and their seats.
	 * @param announced whether everybody sees it; otherwise it is a draft, which only the
	 * ticket office sees
	 * @return the id of the concert
	 * @throws InvalidInputException naming each field that breaks a rule
	 */
	@Transactional
	public long register(ConcertDraft draft, boolean announced) {
		ConcertDraft checked = draft.validate();
		ConcertEntity concert = this.concerts
			.save(ConcertEntity.of(checked, announced, this.clock.instant().truncatedTo(ChronoUnit.MICROS)));
		publish(concert, this.shows.schedule(concert, checked.shows()));
		this.events.publishEvent(new ConcertEdited(concert.id(), null, checked, false));
		return concert.id();
	}

	/**
	 * Changes the concert to match the draft. Its texts can always change. Shows and
	 * prices change only while no affected seat is held or sold. The opening of sales can
	 * be put off until a minute before it. Translation, visit and cancellation rules stay
	 * as they are if the draft has null for them. They are removed if the draft has empty
	 * ones.
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
		change(id, draft, leaving, ConcertEditOptions.NONE);
	}

	/**
	 * Changes the concert, as {@link #change(long, ConcertDraft, Collection)} does.
	 * @throws VersionConflictException if it has another version than the editor has read
	 * @throws InvalidInputException also if an announced concert is to be a draft again
	 */
	@Transactional
	public void change(long id, ConcertDraft draft, Collection<Long> leaving, ConcertEditOptions options) {
		ConcertEntity concert = this.concerts.lock(id).orElseThrow(NotFoundException::new);
		concert.requireVersion(options.version());
		ConcertDraft checked = concert.optional().complete(draft.withDetailsOf(concert.texts())).validate();
		concert.requireMovableOpening(checked, this.clock.instant());
		List<ShowEntity> before = this.shows.find(id);
		ConcertDraft stateBefore = concert.toDraft(before);
		boolean wasAnnounced = concert.isAnnounced();
		List<ShowEntity> kept = before.stream().filter((show) -> checked.shows().contains(show.startsAt())).toList();
		if (kept.stream().anyMatch((show) -> leaving.contains(show.id()))) {
			throw new InvalidInputException("withdrawShows", "show-kept");
		}
		List<ShowEntity> gone = before.stream().filter((show) -> !kept.contains(show)).toList();
		ShowScheduler.requireNamed(id, gone, leaving);
		concert.announce(options.announced());
		this.shows.withdraw(id, gone);
		concert.describe(checked);
		if (!concert.prices().equals(checked.prices())) {
			concert.reprice(checked.prices());
			this.events.publishEvent(new PricesChanged(id, ShowScheduler.ids(kept), checked.prices()));
		}
		Set<Instant> existing = before.stream().map(ShowEntity::startsAt).collect(Collectors.toSet());
		List<ShowEntity> added = this.shows.schedule(concert,
				checked.shows().stream().filter((start) -> !existing.contains(start)).toList());
		publish(concert, Stream.concat(kept.stream(), added.stream()).toList());
		this.events.publishEvent(new ConcertEdited(id, stateBefore, checked, concert.isAnnounced() && !wasAnnounced));
	}

	/**
	 * Returns the concert as visitors will see it, also while it is a draft.
	 * @throws NotFoundException if there is no such concert
	 */
	@Transactional(readOnly = true)
	public Concert preview(long id) {
		ConcertEntity concert = this.concerts.findByIdAndWithdrawnFalse(id).orElseThrow(NotFoundException::new);
		return concert
			.toCached(this.shows.find(id).stream().map(ShowEntity::toShow).toList(), this.shows.findNotices(id))
			.toConcert(concert.texts(), this.clock.instant());
	}

	/** Returns the content of the concert, or throws {@link NotFoundException}. */
	@Transactional(readOnly = true)
	public ConcertDraft getDraft(long id) {
		return this.concerts.findByIdAndWithdrawnFalse(id)
			.orElseThrow(NotFoundException::new)
			.toDraft(this.shows.find(id));
	}

	/**
	 * Withdraws the concert and its shows.
	 * @throws NotFoundException if there is no such concert
	 * @throws ConcertHasSalesException if one of its seats is held or sold
	 */
	@Transactional
	public void withdraw(long id) {
		ConcertEntity concert = this.concerts.lock(id).orElseThrow(NotFoundException::new);
		List<ShowEntity> before = this.shows.find(id);
		this.shows.withdraw(id, before);
		concert.withdraw();
		this.events.publishEvent(new ConcertEdited(id, concert.toDraft(before), null, false));
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

	/** Shows the concert to visitors after the transaction, if it is announced. */
	void publish(ConcertEntity concert, List<ShowEntity> shows) {
		if (!concert.isAnnounced()) {
			return;
		}
		CachedConcert written = concert.toCached(shows.stream().map(ShowEntity::toShow).toList(),
				this.shows.findNotices(concert.id()));
		ConcertTexts texts = concert.texts();
		AfterTransactionExecutor.runAfterCommit(() -> {
			this.descriptions.put(written, texts);
			this.cache.put(written);
		});
	}

}
