package app.frontrow.waitingroom.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.waitingroom.draw.Draws;
import app.frontrow.waitingroom.memory.Queue;
import app.frontrow.waitingroom.memory.QueueMemories;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.policy.QueueControls;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.PlaceAnswer;
import app.frontrow.waitingroom.redis.QueueStore;
import app.frontrow.waitingroom.token.Ticket;

import org.springframework.stereotype.Component;

/**
 * Joins members and answers where places stand. It answers far members from this
 * instance's memory, and asks Redis for all others.
 */
@Component
public class Queues {

	private final QueueStore store;

	private final QueueMemories memories;

	private final QueueControls controls;

	private final Draws draws;

	Queues(QueueStore store, QueueMemories memories, QueueControls controls, Draws draws) {
		this.store = store;
		this.memories = memories;
		this.controls = controls;
		this.draws = draws;
	}

	/**
	 * Gives the member a place, or answers the one they have.
	 * @return empty if no new places are given
	 */
	public Optional<Place> join(long concertId, UUID memberId) {
		Queue queue = createContext(concertId);
		boolean given = queue.terms().mode() != QueueMode.DRAINING;
		Optional<Place> place = tryToJoin(queue, memberId, given);
		// a far place may have ended unnoticed; looking at it deletes it, so the second
		// try gives a new one
		return (place.isPresent() && !place.get().created() && !place.get().isAlive())
				? tryToJoin(queue, memberId, given) : place;
	}

	private Optional<Place> tryToJoin(Queue queue, UUID memberId, boolean given) {
		PlaceAnswer joined = this.store.join(queue, memberId, given);
		if (joined.hasStatus("CLOSED")) {
			return Optional.empty();
		}
		Ticket ticket = new Ticket(queue.concertId(), memberId, joined.number(),
				Instant.ofEpochSecond(joined.issuedAt() / 1000));
		return Optional.of(new Place(ticket, ask(queue, ticket), joined.hasStatus("GIVEN")));
	}

	/** Answers where the ticket's place stands. */
	public PlaceAnswer look(Ticket ticket) {
		Queue queue = createContext(ticket.concertId());
		QueueSnapshot snapshot = queue.memory().freshSnapshot().orElse(null);
		if (snapshot != null && snapshot.isDrawn() && queue.terms().seatsLeft() > 0) {
			long place = this.draws.findPlace(ticket, snapshot.drawnPlaces());
			if (snapshot.isFar(place)) {
				return PlaceAnswer.ofFarPlace(ticket, place, snapshot);
			}
		}
		return ask(queue, ticket);
	}

	/** Asks Redis, and once more if the places were drawn meanwhile. */
	private PlaceAnswer ask(Queue queue, Ticket ticket) {
		PlaceAnswer answer = this.store.look(queue, ticket, this.draws.findPlace(ticket, queue.memory().drawnPlaces()));
		return answer.hasStatus("DRAWN")
				? this.store.look(queue, ticket, this.draws.findPlace(ticket, answer.snapshot().drawnPlaces()))
				: answer;
	}

	/** Ends the place of this pass or ticket, and answers its final status. */
	public PlaceStatus finish(Pass pass, PlaceStatus status) {
		return this.store.finish(createContext(pass.concertId()), pass.memberId(), pass.number(), status);
	}

	/** Makes a pass last until this time, ms since the epoch, or for its own time. */
	public void extend(Pass pass, long holdEnd) {
		this.store.extend(createContext(pass.concertId()), pass.memberId(), pass.number(), holdEnd);
	}

	/** Takes a step and answers the numbers of members. */
	public QueueFigures readStatistics(long concertId) {
		return QueueFigures.of(this.store.step(createContext(concertId)));
	}

	public QueueTerms getTerms(long concertId) {
		return this.controls.getTerms(concertId);
	}

	public Queue createContext(long concertId) {
		return new Queue(concertId, getTerms(concertId), this.memories.getOrCreate(concertId));
	}

	/**
	 * The place of a member who has joined.
	 *
	 * @param created whether the place is new
	 */
	public record Place(Ticket ticket, PlaceAnswer answer, boolean created) {

		boolean isAlive() {
			return this.answer.hasStatus(PlaceStatus.WAITING.name())
					|| this.answer.hasStatus(PlaceStatus.ADMITTED.name());
		}

	}

}
