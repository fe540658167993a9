package app.frontrow.waitingroom.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.waitingroom.draw.DrawService;
import app.frontrow.waitingroom.memory.QueueContext;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.redis.QueueStore;
import app.frontrow.waitingroom.token.QueueTicket;

import org.springframework.stereotype.Component;

/**
 * Joins members and answers where places stand. It answers far members from this
 * instance's memory, and asks Redis for all others.
 */
@Component
public class QueueService {

	private final QueueStore store;

	private final QueueMemoryRegistry memories;

	private final QueueControlService controls;

	private final DrawService draws;

	QueueService(QueueStore store, QueueMemoryRegistry memories, QueueControlService controls, DrawService draws) {
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
		QueueContext queue = createContext(concertId);
		boolean given = queue.terms().mode() != QueueMode.DRAINING;
		Optional<Place> place = tryToJoin(queue, memberId, given);
		// a far place may have ended unnoticed; looking at it deletes it, so the second
		// try gives a new one
		return (place.isPresent() && !place.get().created() && !place.get().isAlive())
				? tryToJoin(queue, memberId, given) : place;
	}

	private Optional<Place> tryToJoin(QueueContext queue, UUID memberId, boolean given) {
		PlaceScriptResult joined = this.store.join(queue, memberId, given);
		if (joined.hasStatus("CLOSED")) {
			return Optional.empty();
		}
		QueueTicket ticket = new QueueTicket(queue.concertId(), memberId, joined.number(),
				Instant.ofEpochSecond(joined.issuedAt() / 1000));
		return Optional.of(new Place(ticket, ask(queue, ticket), joined.hasStatus("GIVEN")));
	}

	/** Answers where the ticket's place stands. */
	public PlaceScriptResult look(QueueTicket ticket) {
		QueueContext queue = createContext(ticket.concertId());
		QueueSnapshot snapshot = queue.memory().freshSnapshot().orElse(null);
		if (snapshot != null && snapshot.isDrawn() && queue.terms().seatsLeft() > 0) {
			long place = this.draws.findPlace(ticket, snapshot.drawnPlaces());
			if (snapshot.isFar(place)) {
				return PlaceScriptResult.ofFarPlace(ticket, place, snapshot);
			}
		}
		return ask(queue, ticket);
	}

	/** Asks Redis, and once more if the places were drawn meanwhile. */
	private PlaceScriptResult ask(QueueContext queue, QueueTicket ticket) {
		PlaceScriptResult answer = this.store.look(queue, ticket,
				this.draws.findPlace(ticket, queue.memory().drawnPlaces()));
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
	public QueueStatistics readStatistics(long concertId) {
		return QueueStatistics.of(this.store.step(createContext(concertId)));
	}

	public QueueTerms getTerms(long concertId) {
		return this.controls.getTerms(concertId);
	}

	public QueueContext createContext(long concertId) {
		return new QueueContext(concertId, getTerms(concertId), this.memories.getOrCreate(concertId));
	}

	/**
	 * The place of a member who has joined.
	 *
	 * @param created whether the place is new
	 */
	public record Place(QueueTicket ticket, PlaceScriptResult answer, boolean created) {

		boolean isAlive() {
			return this.answer.hasStatus(PlaceStatus.WAITING.name())
					|| this.answer.hasStatus(PlaceStatus.ADMITTED.name());
		}

	}

}
