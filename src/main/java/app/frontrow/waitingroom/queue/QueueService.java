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
 * Gives members their places and reads the state of places. It answers members far from
 * the front from this instance's memory, and asks Redis for all others.
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
	 * Gives the member a place, or returns the existing one.
	 * @return empty if the ticket office gives no new places
	 */
	public Optional<Place> join(long concertId, UUID memberId) {
		QueueContext queue = createContext(concertId);
		boolean givesNewPlaces = queue.terms().mode() != QueueMode.DRAINING;
		Optional<Place> place = tryToJoin(queue, memberId, givesNewPlaces);
		// a far place may have ended without a poll; the first try deletes it, so the
		// second one gives a new place
		return (place.isPresent() && !place.get().created() && !place.get().isAlive())
				? tryToJoin(queue, memberId, givesNewPlaces) : place;
	}

	private Optional<Place> tryToJoin(QueueContext queue, UUID memberId, boolean givesNewPlaces) {
		PlaceScriptResult joined = this.store.join(queue, memberId, givesNewPlaces);
		if (joined.hasStatus("CLOSED")) {
			return Optional.empty();
		}
		QueueTicket ticket = new QueueTicket(queue.concertId(), memberId, joined.number(),
				Instant.ofEpochSecond(joined.issuedAt() / 1000));
		return Optional.of(new Place(ticket, ask(queue, ticket), joined.hasStatus("GIVEN")));
	}

	/** Returns the current state of the ticket's place. */
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

	/** Asks Redis, and repeats the call if the places have just been drawn. */
	private PlaceScriptResult ask(QueueContext queue, QueueTicket ticket) {
		PlaceScriptResult answer = ask(queue, ticket, queue.memory().drawnPlaces());
		return answer.hasStatus("DRAWN") ? ask(queue, ticket, answer.snapshot().drawnPlaces()) : answer;
	}

	private PlaceScriptResult ask(QueueContext queue, QueueTicket ticket, long drawnPlaces) {
		long place = this.draws.findPlace(ticket, drawnPlaces);
		return this.store.look(queue, ticket, place).atPlace(place);
	}

	/** Ends the place of this pass, and returns its final status. */
	public PlaceStatus finish(Pass pass, PlaceStatus status) {
		return this.store.finish(createContext(pass.concertId()), pass.memberId(), pass.number(), status);
	}

	/**
	 * Sets the end of a pass: the later of its normal end and this time, ms since 1970.
	 */
	public void extend(Pass pass, long holdEnd) {
		this.store.extend(createContext(pass.concertId()), pass.memberId(), pass.number(), holdEnd);
	}

	/**
	 * Takes a step, which admits the next members, and returns the numbers of members.
	 */
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
