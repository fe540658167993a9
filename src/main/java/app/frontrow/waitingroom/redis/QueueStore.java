package app.frontrow.waitingroom.redis;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import app.frontrow.waitingroom.memory.Queue;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.redis.QueueScripts.Script;
import app.frontrow.waitingroom.token.Ticket;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The queues in Redis. Every answer is taken into this instance's memory of the queue.
 */
@Component
public class QueueStore {

	/** Concerts with a queue, by when somebody last joined. */
	private static final String LIVE = "frontrow:queues";

	private static final int BATCH = 1_000;

	/** About a millisecond of Redis, which does nothing else meanwhile. */
	private static final int MOST_LOOKS = 64;

	private final StringRedisTemplate redis;

	private final QueueScripts scripts;

	private final Clock clock;

	private final GroupedCalls<Long, Look, PlaceAnswer> looks = new GroupedCalls<>(MOST_LOOKS);

	QueueStore(StringRedisTemplate redis, QueueScripts scripts, Clock clock) {
		this.redis = redis;
		this.scripts = scripts;
		this.clock = clock;
	}

	/**
	 * Gives the member a number in the concert's queue, or tells the one they have.
	 * @param given whether new places are given
	 * @return how it stands with the number; its place is yet to be looked at
	 * @throws QueueSettlingException shortly after Redis has lost something
	 */
	public PlaceAnswer join(Queue queue, UUID member, boolean given) {
		if (Boolean.TRUE
			.equals(this.redis.opsForZSet().add(LIVE, String.valueOf(queue.concertId()), this.clock.millis()))) {
			this.scripts.run(QueueScripts.REST, queue, 0);
		}
		return places(QueueScripts.JOIN, queue, member, given ? 1 : 0).get(0);
	}

	/**
	 * Where the ticket's place stands; keeps it alive. Those who ask at the same moment
	 * go along in one call.
	 * @param place the place, 0 while it is not known here
	 * @throws QueueSettlingException shortly after Redis has lost something
	 */
	public PlaceAnswer look(Queue queue, Ticket ticket, long place) {
		return this.looks.ask(queue.concertId(), new Look(ticket, place), (looks) -> look(queue, looks));
	}

	/** Where places stand, in one call; keeps them alive. */
	public List<PlaceAnswer> look(Queue queue, List<Look> looks) {
		Object[] arguments = looks.stream()
			.flatMap((look) -> Stream.of(look.ticket().memberId(), look.ticket().seq(),
					look.ticket().issuedAt().toEpochMilli(), look.place()))
			.toArray();
		return places(QueueScripts.LOOK, queue, arguments);
	}

	/**
	 * Ends a place.
	 * @param number of the place; nothing happens if the member has another one by now
	 * @return the final status that holds
	 */
	public PlaceStatus finish(Queue queue, UUID member, long number, PlaceStatus status) {
		long askedAt = System.nanoTime();
		List<Object> answer = this.scripts.run(QueueScripts.FINISH, queue, member, number, status);
		learn(queue, answer.get(1), askedAt);
		return PlaceStatus.valueOf((String) answer.get(0));
	}

	/**
	 * Makes the pass last as long as the member's hold.
	 * @param holdEnd end of the hold, ms since the epoch; 0 for no hold
	 */
	public void extend(Queue queue, UUID member, long number, long holdEnd) {
		this.scripts.run(QueueScripts.EXTEND, queue, member, number, holdEnd);
	}

	/**
	 * Lets in who may come in, after telling a Redis that has lost something what it was.
	 */
	public QueueSnapshot step(Queue queue) {
		remind(queue);
		long askedAt = System.nanoTime();
		List<Object> answer = this.scripts.run(QueueScripts.STEP, queue);
		QueueSnapshot snapshot = learn(queue, answer.get(0), askedAt);
		if (answer.size() > 1 && answer.get(1) instanceof List<?> dead) {
			queue.memory().learnDead(dead.stream().map((place) -> Long.valueOf((String) place)).toList());
		}
		return snapshot;
	}

	/**
	 * Tells who drew which place.
	 * @param first the first of the places
	 * @param numbers the numbers that drew it and the following ones
	 */
	public Seated seat(Queue queue, long first, List<Long> numbers) {
		List<Object> arguments = new ArrayList<>(List.of(first));
		arguments.addAll(numbers);
		List<Object> answer = this.scripts.run(QueueScripts.SEAT, queue, arguments.toArray());
		return new Seated((Long) answer.get(0), (Long) answer.get(1));
	}

	/**
	 * The concerts whose queues are alive.
	 */
	public Set<String> live() {
		return this.redis.opsForZSet().range(LIVE, 0, -1);
	}

	/** Counts the queue among those alive, if Redis has lost that. */
	public void enlist(long concertId) {
		this.redis.opsForZSet().addIfAbsent(LIVE, String.valueOf(concertId), this.clock.millis());
	}

	/**
	 * Counts a queue that is empty among those alive no more, unless somebody joined
	 * lately. What it knows of members stays as long as a ticket lives.
	 * @return whether it rests now
	 */
	public boolean retire(Queue queue, long joinedBefore) {
		String id = String.valueOf(queue.concertId());
		Double joined = this.redis.opsForZSet().score(LIVE, id);
		if (joined == null || joined >= joinedBefore) {
			return false;
		}
		this.redis.opsForZSet().remove(LIVE, id);
		this.scripts.run(QueueScripts.REST, queue, Ticket.LIFE.plus(Duration.ofHours(1)).toMillis());
		return true;
	}

	private void remind(Queue queue) {
		List<Long> forgotten = queue.memory().takeForgotten();
		if (forgotten == null) {
			return;
		}
		try {
			for (int from = 0; from == 0 || from < forgotten.size(); from += BATCH) {
				this.scripts.run(QueueScripts.REMEMBER, queue,
						forgotten.subList(from, Math.min(forgotten.size(), from + BATCH)).toArray());
			}
		}
		catch (RuntimeException again) {
			queue.memory().stillForgotten();
			throw again;
		}
	}

	private List<PlaceAnswer> places(Script<List<Object>> script, Queue queue, Object... arguments) {
		long askedAt = System.nanoTime();
		List<Object> answer = this.scripts.run(script, queue, arguments);
		if ("SETTLING".equals(answer.get(0))) {
			throw new QueueSettlingException();
		}
		QueueSnapshot snapshot = learn(queue, answer.get(1), askedAt);
		return ((List<?>) answer.get(0)).stream().map((place) -> PlaceAnswer.of((List<?>) place, snapshot)).toList();
	}

	private static QueueSnapshot learn(Queue queue, Object values, long askedAt) {
		QueueSnapshot snapshot = QueueSnapshot.of((List<?>) values);
		queue.memory().learn(snapshot, askedAt);
		return snapshot;
	}

	/**
	 * A question where a place stands.
	 *
	 * @param place 0 while it is not known here
	 */
	public record Look(Ticket ticket, long place) {
	}

	/**
	 * How far Redis knows who drew which place.
	 *
	 * @param last the last place of which it is known
	 * @param front the last place that is decided
	 */
	public record Seated(long last, long front) {
	}

}
