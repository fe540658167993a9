package app.frontrow.waitingroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The queues in Redis. All keys of a concert carry the tag {@code {q:<id>}}, so that they
 * live on one node of a cluster and one script can change them at once.
 */
@Component
class QueueStore {

	/** Concerts with a queue, by when somebody last joined. */
	private static final String LIVE = "frontrow:queues";

	private static final List<String> PARTS = List.of("m", "w", "hb", "a", "u", "p", "h", "t", "te");

	private final StringRedisTemplate redis;

	private final QueueSettings settings;

	private final Clock clock;

	private final RedisScript<List<Object>> join = script("join");

	private final RedisScript<List<Object>> look = script("look");

	private final RedisScript<List<Object>> step = script("step");

	private final RedisScript<String> finish = script("finish", String.class);

	private final RedisScript<Long> extend = script("extend", Long.class);

	QueueStore(StringRedisTemplate redis, QueueSettings settings, Clock clock) {
		this.redis = redis;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Gives the member a place in the concert's queue.
	 */
	Place join(long concertId, UUID member, int seatsLeft) {
		this.redis.opsForZSet().add(LIVE, String.valueOf(concertId), this.clock.millis());
		List<Object> answer = run(this.join, concertId, seatsLeft, member,
				UUID.randomUUID().toString().substring(0, 8));
		return Place.of(answer.subList(4, answer.size()), (Long) answer.get(0) == 1, (String) answer.get(1),
				(Long) answer.get(2), (Long) answer.get(3));
	}

	/**
	 * Where the ticket's place stands; keeps it alive.
	 */
	Place look(Ticket ticket, int seatsLeft) {
		List<Object> answer = run(this.look, ticket.concertId(), seatsLeft, ticket.memberId(), ticket.seq(),
				ticket.epoch());
		return Place.of(answer, false, ticket.epoch(), ticket.seq(), ticket.issuedAt().toEpochMilli());
	}

	/**
	 * Ends a place.
	 * @param seq number of the place; nothing happens if the member has another one by
	 * now
	 * @return the final status that holds
	 */
	PlaceStatus finish(long concertId, UUID member, long seq, PlaceStatus status, int seatsLeft) {
		return PlaceStatus.valueOf(run(this.finish, concertId, seatsLeft, member, seq, status));
	}

	/**
	 * Makes the pass last as long as the member's hold.
	 * @param holdEnd end of the hold, ms since the epoch; 0 for no hold
	 */
	void extend(long concertId, UUID member, long seq, long holdEnd) {
		run(this.extend, concertId, Integer.MAX_VALUE, member, seq, holdEnd);
	}

	/**
	 * Lets in who may come in.
	 * @return how many wait and how many are inside
	 */
	List<Long> step(long concertId, int seatsLeft) {
		return run(this.step, concertId, seatsLeft).stream().map(Long.class::cast).toList();
	}

	/**
	 * The concerts whose queues are alive.
	 */
	Set<String> live() {
		return this.redis.opsForZSet().range(LIVE, 0, -1);
	}

	/**
	 * Forgets a queue that is empty, unless somebody joined within the last minute.
	 */
	void retire(String concertId, long joinedBefore) {
		Double joined = this.redis.opsForZSet().score(LIVE, concertId);
		if (joined != null && joined < joinedBefore) {
			this.redis.opsForZSet().remove(LIVE, concertId);
		}
	}

	private <T> T run(RedisScript<T> script, long concertId, int seatsLeft, Object... arguments) {
		List<String> keys = PARTS.stream().map((part) -> "{q:" + concertId + "}:" + part).toList();
		List<Object> all = new ArrayList<>(
				List.of(this.settings.capacity(), this.settings.admissionsPerSecond(), this.settings.claim().toMillis(),
						this.settings.pass().toMillis(), this.settings.absence().toMillis(), seatsLeft));
		all.addAll(List.of(arguments));
		return this.redis.execute(script, keys, all.stream().map(String::valueOf).toArray());
	}

	@SuppressWarnings("unchecked")
	private static RedisScript<List<Object>> script(String name) {
		return (RedisScript<List<Object>>) (RedisScript<?>) script(name, List.class);
	}

	private static <T> RedisScript<T> script(String name, Class<T> type) {
		return new DefaultRedisScript<>(text("queue") + text(name), type);
	}

	private static String text(String name) {
		try {
			return new ClassPathResource("redis/waitingroom/" + name + ".lua")
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	/**
	 * What the scripts answer about a place. Times are ms of the Redis server's clock.
	 *
	 * @param rank live waiters ahead
	 * @param admissions how many of the latest admissions are known
	 * @param since when the oldest of them was
	 */
	record Place(boolean created, String epoch, long seq, long issuedAt, PlaceStatus status, long now, long rank,
			long admittedAt, long endsAt, long admissions, long since) {

		static Place of(List<Object> answer, boolean created, String epoch, long seq, long issuedAt) {
			return new Place(created, epoch, seq, issuedAt, PlaceStatus.valueOf((String) answer.get(0)),
					(Long) answer.get(1), (Long) answer.get(2), (Long) answer.get(3), (Long) answer.get(4),
					(Long) answer.get(5), (Long) answer.get(6));
		}

	}

}
