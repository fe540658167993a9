package app.frontrow.waitingroom.redis;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import app.frontrow.waitingroom.memory.QueueContext;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.token.QueueTicket;

import org.springframework.stereotype.Component;

/**
 * Calls the scripts of the queues in Redis. Each answer updates this instance's memory of
 * the queue.
 */
@Component
public class QueueStore {

	private static final int RESTORE_BATCH_SIZE = 1_000;

	/**
	 * Redis needs about a millisecond for this many looks. It does nothing else in this
	 * time.
	 */
	private static final int MAX_LOOKS_PER_CALL = 64;

	private final QueueScriptRunner scripts;

	private final LiveQueueStore liveQueues;

	private final CallBatcher<Long, Look, PlaceScriptResult> looks = new CallBatcher<>(MAX_LOOKS_PER_CALL);

	QueueStore(QueueScriptRunner scripts, LiveQueueStore liveQueues) {
		this.scripts = scripts;
		this.liveQueues = liveQueues;
	}

	/**
	 * Gives the member a number in the concert's queue, or returns the existing one.
	 * @param givesNewPlaces whether a new member gets a number
	 * @return the number; the caller asks for its place by {@link #look}
	 * @throws QueueRecoveringException shortly after Redis has lost writes
	 */
	public PlaceScriptResult join(QueueContext queue, UUID member, boolean givesNewPlaces) {
		this.liveQueues.recordJoin(queue);
		return places(QueueScriptRunner.JOIN, queue, Map.of("member", member, "gives_new_places", givesNewPlaces),
				List.of())
			.get(0);
	}

	/**
	 * Returns the state of the ticket's place, and records that the member is present.
	 * Callers at the same moment share one call.
	 * @param place the place; 0 if this instance does not know it
	 * @throws QueueRecoveringException shortly after Redis has lost writes
	 */
	public PlaceScriptResult look(QueueContext queue, QueueTicket ticket, long place) {
		return this.looks.ask(queue.concertId(), new Look(ticket, place), (looks) -> look(queue, looks));
	}

	/**
	 * Returns the states of these places, and records that the members are present, in
	 * one call.
	 */
	List<PlaceScriptResult> look(QueueContext queue, List<Look> looks) {
		List<?> list = looks.stream()
			.flatMap((look) -> Stream.of(look.ticket().memberId(), look.ticket().number(),
					look.ticket().issuedAt().toEpochMilli(), look.place()))
			.toList();
		return places(QueueScriptRunner.LOOK, queue, Map.of(), list);
	}

	/**
	 * Ends a place. It changes nothing if the member has another number now.
	 * @return the final status of the place
	 */
	public PlaceStatus finish(QueueContext queue, UUID member, long number, PlaceStatus status) {
		long askedAt = System.nanoTime();
		ScriptAnswer answer = this.scripts.run(QueueScriptRunner.FINISH, queue,
				Map.of("member", member, "number", number, "status", status), List.of());
		updateMemory(queue, answer, askedAt);
		return PlaceScriptResult.statusOf(answer.text("status"));
	}

	/**
	 * Sets the end of the pass: the end of the member's hold, or the normal end if that
	 * is later.
	 * @param holdEndsAt end of the hold, ms since 1970; 0 if the member has no hold
	 */
	public void extend(QueueContext queue, UUID member, long number, long holdEndsAt) {
		this.scripts.run(QueueScriptRunner.EXTEND, queue,
				Map.of("member", member, "number", number, "hold_ends_at", holdEndsAt), List.of());
	}

	/**
	 * Takes a step, which admits the next members. If Redis has lost dead places, they
	 * are restored first.
	 */
	public QueueSnapshot step(QueueContext queue) {
		restoreLostPlaces(queue);
		long askedAt = System.nanoTime();
		ScriptAnswer answer = this.scripts.run(QueueScriptRunner.STEP, queue, Map.of(), List.of());
		QueueSnapshot snapshot = updateMemory(queue, answer, askedAt);
		if (answer.has("dead_places")) {
			queue.memory().replaceDeadPlaces(answer.numbers("dead_places"));
		}
		return snapshot;
	}

	/**
	 * Sends Redis the numbers that drew some places.
	 * @param firstPlace the first of these places
	 * @param numbers the numbers that drew this place and the following ones
	 */
	public Seated sendDrawnPlaces(QueueContext queue, long firstPlace, List<Long> numbers) {
		ScriptAnswer answer = this.scripts.run(QueueScriptRunner.SET_DRAWN_PLACES, queue,
				Map.of("first_place", firstPlace), numbers);
		return new Seated(answer.number("places_known"), answer.number("front"));
	}

	/**
	 * Notes that the members of these tickets have polled before the opening. The memory
	 * of the queue learns which of them have left.
	 */
	public void noteEarly(QueueContext queue, List<QueueTicket> tickets) {
		long askedAt = System.nanoTime();
		List<?> list = tickets.stream()
			.flatMap((ticket) -> Stream.of(ticket.memberId(), ticket.number(), ticket.issuedAt().toEpochMilli()))
			.toList();
		ScriptAnswer answer = this.scripts.run(QueueScriptRunner.NOTE_EARLY, queue, Map.of(), list);
		updateMemory(queue, answer, askedAt);
		answer.numbers("left").forEach(queue.memory()::markLeft);
	}

	/** Returns whether Redis knows the queue of this concert. */
	public boolean hasState(long concertId) {
		return this.liveQueues.hasState(concertId);
	}

	private void restoreLostPlaces(QueueContext queue) {
		List<Long> lost = queue.memory().takeLostPlaces();
		if (lost == null) {
			return;
		}
		try {
			for (int from = 0; from == 0 || from < lost.size(); from += RESTORE_BATCH_SIZE) {
				this.scripts.run(QueueScriptRunner.RESTORE_DEAD_PLACES, queue, Map.of(),
						lost.subList(from, Math.min(lost.size(), from + RESTORE_BATCH_SIZE)));
			}
		}
		catch (RuntimeException failure) {
			queue.memory().markLostAgain();
			throw failure;
		}
	}

	private List<PlaceScriptResult> places(QueueScript script, QueueContext queue, Map<String, Object> arguments,
			List<?> list) {
		long askedAt = System.nanoTime();
		ScriptAnswer answer = this.scripts.run(script, queue, arguments, list);
		QueueSnapshot snapshot = updateMemory(queue, answer, askedAt);
		return answer.rows("places").stream().map((row) -> PlaceScriptResult.ofRow((List<?>) row, snapshot)).toList();
	}

	private static QueueSnapshot updateMemory(QueueContext queue, ScriptAnswer answer, long askedAt) {
		QueueSnapshot snapshot = answer.snapshot();
		queue.memory().update(snapshot, askedAt);
		return snapshot;
	}

	/**
	 * A question about a place.
	 *
	 * @param place 0 if this instance does not know it
	 */
	public record Look(QueueTicket ticket, long place) {
	}

	/**
	 * Says for which drawn places Redis knows the numbers.
	 *
	 * @param last the last place whose number Redis knows
	 * @param front the last place that is decided
	 */
	public record Seated(long last, long front) {
	}

}
