package app.frontrow.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.edit.ShowChanged;
import app.frontrow.catalogue.edit.ShowNotChangeableException;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels and moves announced shows, also those with sold seats. The caller must take
 * care of the orders.
 */
@Service
public class ShowChangeService {

	private final ConcertRepository concerts;

	private final ShowScheduler shows;

	private final CatalogueEditService editing;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ShowChangeService(ConcertRepository concerts, ShowScheduler shows, CatalogueEditService editing,
			ApplicationEventPublisher events, Clock clock) {
		this.concerts = concerts;
		this.shows = shows;
		this.editing = editing;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Takes the show off sale, within the caller's transaction. The concert's page says
	 * that it is cancelled, and why.
	 * @return the show as it was
	 * @throws NotFoundException if there is no such show
	 * @throws ShowNotChangeableException if it has begun, or does not take place any more
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Show cancel(long showId, String reason) {
		return change(showId, (show) -> show.cancel(this.clock.instant(), reason));
	}

	/**
	 * Gives the show another date, within the caller's transaction. The concert's page
	 * says so, and why.
	 * @return the show as it was
	 * @throws NotFoundException if there is no such show
	 * @throws ShowNotChangeableException if it has begun, or does not take place any more
	 * @throws InvalidInputException if the new date is past, before the opening of sales,
	 * or the date of another show of the concert
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Show move(long showId, Instant startsAt, String reason) {
		if (!startsAt.isAfter(this.clock.instant())) {
			throw new InvalidInputException("startsAt", "show-in-past");
		}
		return change(showId, (show) -> show.move(startsAt, reason));
	}

	/**
	 * Removes the seats of a cancelled show, so that nobody can hold one any more.
	 * @throws ConcertHasSalesException if a seat is held or sold
	 */
	@Transactional
	public void removeSeats(long concertId, long showId) {
		this.events.publishEvent(new ShowsWithdrawn(concertId, List.of(showId)));
	}

	private Show change(long showId, Consumer<ShowEntity> change) {
		long concertId = this.shows.findConcertId(showId).orElseThrow(NotFoundException::new);
		ConcertEntity concert = this.concerts.lock(concertId).orElseThrow(() -> new ShowNotChangeableException(showId));
		List<ShowEntity> before = this.shows.find(concertId);
		ShowEntity show = before.stream()
			.filter((each) -> each.id() == showId && each.startsAt().isAfter(this.clock.instant()))
			.findFirst()
			.orElseThrow(() -> new ShowNotChangeableException(showId));
		Show old = show.toShow();
		change.accept(show);
		List<ShowEntity> after = this.shows.find(concertId);
		if (!after.isEmpty()) {
			concert.toDraft(after).validate();
		}
		concert.reschedule(after.stream().map(ShowEntity::startsAt).toList());
		this.editing.publish(concert, after);
		this.events.publishEvent(new ShowChanged(concertId, show.toNotice()));
		return old;
	}

}
