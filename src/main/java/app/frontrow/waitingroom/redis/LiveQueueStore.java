package app.frontrow.waitingroom.redis;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.frontrow.waitingroom.memory.QueueContext;
import app.frontrow.waitingroom.token.QueueTicket;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Which queues are live. The instances take steps for these.
 */
@Component
public class LiveQueueStore {

	/** Concerts with a live queue, by the time of the last join. */
	private static final String LIVE_QUEUES_KEY = "frontrow:queues";

	private final StringRedisTemplate redis;

	private final QueueScriptRunner scripts;

	private final Clock clock;

	LiveQueueStore(StringRedisTemplate redis, QueueScriptRunner scripts, Clock clock) {
		this.redis = redis;
		this.scripts = scripts;
		this.clock = clock;
	}

	/** Makes the queue live, and keeps what Redis knows about it. */
	void recordJoin(QueueContext queue) {
		if (Boolean.TRUE.equals(
				this.redis.opsForZSet().add(LIVE_QUEUES_KEY, String.valueOf(queue.concertId()), this.clock.millis()))) {
			setExpiry(queue, 0);
		}
	}

	/** The concerts whose queues are live. */
	public Set<String> findLiveConcerts() {
		return this.redis.opsForZSet().range(LIVE_QUEUES_KEY, 0, -1);
	}

	/** Marks the queue as live, if Redis has lost that. */
	public void markLive(long concertId) {
		this.redis.opsForZSet().addIfAbsent(LIVE_QUEUES_KEY, String.valueOf(concertId), this.clock.millis());
	}

	/**
	 * Marks an empty queue as not live, unless somebody joined since the time given.
	 * Redis keeps what it knows of members for the lifetime of a ticket.
	 * @return whether the queue is not live any more
	 */
	public boolean retire(QueueContext queue, long joinedBefore) {
		String id = String.valueOf(queue.concertId());
		Double joined = this.redis.opsForZSet().score(LIVE_QUEUES_KEY, id);
		if (joined == null || joined >= joinedBefore) {
			return false;
		}
		this.redis.opsForZSet().remove(LIVE_QUEUES_KEY, id);
		setExpiry(queue, QueueTicket.LIFETIME.plus(Duration.ofHours(1)).toMillis());
		return true;
	}

	private void setExpiry(QueueContext queue, long millis) {
		this.scripts.run(QueueScriptRunner.SET_EXPIRY, queue, Map.of("expires_after_ms", millis), List.of());
	}

}
