package app.frontrow.waitingroom.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.waitingroom.draw.DrawService;
import app.frontrow.waitingroom.memory.QueueContext;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.redis.QueueStore;
import app.frontrow.waitingroom.token.QueueTicket;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;

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

	private final QueueSettings settings;

	private final QueueMetrics metrics;

	QueueService(QueueStore store, QueueMemoryRegistry memories, QueueControlService controls, DrawService draws,
			QueueSettings settings, QueueMetrics metrics) {
		this.store = store;
		this.memories = memories;
		this.controls = controls;
		this.draws = draws;
		this.settings = settings;
		this.metrics = metrics;
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
		queue.memory().markPresent(joined.number());
		QueueTicket ticket = new QueueTicket(queue.concertId(), memberId, joined.number(),
				Instant.ofEpochSecond(joined.issuedAt() / 1000));
		boolean created = joined.hasStatus("GIVEN");
		PlaceScriptResult answer = created ? lookAtNewPlace(queue, ticket, joined.snapshot()) : ask(queue, ticket);
		return Optional.of(new Place(ticket, answer, created));
	}

	/** The script that gave the place has said enough about a far or early one. */
	private PlaceScriptResult lookAtNewPlace(QueueContext queue, QueueTicket ticket, QueueSnapshot snapshot) {
		if (!snapshot.isDrawn()) {
			return PlaceScriptResult.ofEarlyMember(ticket, snapshot);
		}
		return (queue.terms().seatsLeft() > 0 && snapshot.isFar(ticket.number()))
				? PlaceScriptResult.ofFarPlace(ticket, ticket.number(), snapshot) : ask(queue, ticket);
	}

	/**
	 * Returns the current state of the ticket's place.
	 * @throws QueueTokenInvalidException if the ticket is of an earlier concert with this
	 * id
	 */
	public PlaceScriptResult look(QueueTicket ticket) {
		QueueContext queue = createContext(ticket.concertId());
		ticket.requireIssuedAfter(queue.terms().concertCreatedAt());
		boolean mayBeFar = queue.terms().seatsLeft() > 0 && !queue.memory().hasLeft(ticket.number());
		Optional<PlaceScriptResult> far = queue.memory()
			.freshSnapshot()
			.filter((snapshot) -> mayBeFar)
			.flatMap((snapshot) -> lookInMemory(queue.memory(), ticket, snapshot));
		this.metrics.countLook(far.isPresent());
		return far.orElseGet(() -> ask(queue, ticket));
	}

	/** Answers members who are far from the front or wait for the opening. */
	private Optional<PlaceScriptResult> lookInMemory(QueueMemory memory, QueueTicket ticket, QueueSnapshot snapshot) {
		if (!snapshot.isDrawn()) {
			if (ticket.number() > snapshot.lastNumber()) {
				return Optional.empty();
			}
			memory.earlyPresence().note(ticket, this.settings.absence().dividedBy(2));
			return Optional.of(PlaceScriptResult.ofEarlyMember(ticket, snapshot));
		}
		long place = this.draws.findPlace(ticket, snapshot.drawnPlaces());
		return snapshot.isFar(place) ? Optional.of(PlaceScriptResult.ofFarPlace(ticket, place, snapshot))
				: Optional.empty();
	}

	/**
	 * Asks Redis for the place. If Redis knows of more drawn places than this instance
	 * did, the member may have got one: then it asks again with the drawn place.
	 */
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
		QueueContext queue = createContext(pass.concertId());
		PlaceStatus ended = this.store.finish(queue, pass.memberId(), pass.number(), status);
		queue.memory().markLeft(pass.number());
		return ended;
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
		QueueTerms terms = getTerms(concertId);
		return new QueueContext(concertId, terms, getMemory(concertId, terms.concertCreatedAt()));
	}

	/**
	 * Returns this instance's memory of the queue. While the database is away, Redis says
	 * what was drawn. If Redis does not know the queue either, it may have been lost, so
	 * the call fails.
	 */
	private QueueMemory getMemory(long concertId, Instant concertCreatedAt) {
		try {
			return this.memories.getOrCreate(concertId, concertCreatedAt);
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure) || !this.store.hasState(concertId)) {
				throw failure;
			}
			return this.memories.createWithoutRecord(concertId, concertCreatedAt);
		}
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
