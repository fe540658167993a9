package app.frontrow.catalogue;

import app.frontrow.catalogue.edit.ShowsLeftOutException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.error.InvalidInputException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Adds and withdraws shows within the caller's transaction, and tells the modules that
 * keep seats for them.
 */
@Component
class ShowScheduler {

	private final ShowRepository shows;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ShowScheduler(ShowRepository shows, ApplicationEventPublisher events, Clock clock) {
		this.shows = shows;
		this.events = events;
		this.clock = clock;
	}

	/** The shows that are not withdrawn, by date. */
	List<ShowEntity> find(long concertId) {
		return this.shows.findByConcertIdAndWithdrawnFalseOrderByStartsAt(concertId);
	}

	/** The shows that were cancelled or moved. */
	List<Show.Notice> findNotices(long concertId) {
		return this.shows.findByConcertIdAndChangeReasonNotNullOrderByAnnouncedFor(concertId)
			.stream()
			.map(ShowEntity::toNotice)
			.toList();
	}

	/** Returns the id of the concert of any show. */
	Optional<Long> findConcertId(long showId) {
		return this.shows.findConcertId(showId);
	}

	/**
	 * Adds shows with their seats.
	 * @throws InvalidInputException if one of them is not in the future
	 */
	List<ShowEntity> schedule(ConcertEntity concert, List<Instant> starts) {
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

	/**
	 * Withdraws shows.
	 * @throws ConcertHasSalesException if one of their seats is held or sold
	 */
	void withdraw(long concertId, List<ShowEntity> leaving) {
		if (!leaving.isEmpty()) {
			leaving.forEach(ShowEntity::withdraw);
			this.events.publishEvent(new ShowsWithdrawn(concertId, ids(leaving)));
		}
	}

	/**
	 * Checks that the editor has named all shows that the change withdraws.
	 * @throws ShowsLeftOutException if a show is not named
	 */
	static void requireNamed(long concertId, List<ShowEntity> gone, Collection<Long> leaving) {
		List<Show> leftOut = gone.stream()
			.filter((show) -> !leaving.contains(show.id()))
			.map(ShowEntity::toShow)
			.toList();
		if (!leftOut.isEmpty()) {
			throw new ShowsLeftOutException(concertId, leftOut);
		}
	}

	static List<Long> ids(List<ShowEntity> shows) {
		return shows.stream().map(ShowEntity::id).toList();
	}

}
