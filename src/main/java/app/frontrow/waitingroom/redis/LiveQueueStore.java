package app.frontrow.waitingroom.redis;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.frontrow.waitingroom.memory.QueueContext;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores in Redis which queues are live. The instances take steps in these.
 */
@Component
public class LiveQueueStore {

	/** A sorted set of the concerts with a live queue, by the time of the last join. */
	private static final String LIVE_QUEUES_KEY = "frontrow:queues";

	private final StringRedisTemplate redis;

	private final QueueScriptRunner scripts;

	private final StepClaimStore claims;

	private final Clock clock;

	LiveQueueStore(StringRedisTemplate redis, QueueScriptRunner scripts, StepClaimStore claims, Clock clock) {
		this.claims = claims;
		this.redis = redis;
		this.scripts = scripts;
		this.clock = clock;
	}

	/** Marks the queue as live, and keeps its data in Redis from expiring. */
	void recordJoin(QueueContext queue) {
		if (Boolean.TRUE.equals(
				this.redis.opsForZSet().add(LIVE_QUEUES_KEY, String.valueOf(queue.concertId()), this.clock.millis()))) {
			setExpiry(queue, 0);
		}
	}

	/** Returns the ids of the concerts whose queues are live. */
	public Set<String> findLiveConcerts() {
		return this.redis.opsForZSet().range(LIVE_QUEUES_KEY, 0, -1);
	}

	/** Marks the queue as live again after Redis has lost the mark. */
	public void markLive(long concertId) {
		this.redis.opsForZSet().addIfAbsent(LIVE_QUEUES_KEY, String.valueOf(concertId), this.clock.millis());
	}

	/**
	 * Marks an empty queue as not live, unless a member joined since
	 * {@code joinedBefore}. Redis keeps the data of members for the lifetime of a ticket.
	 * @return true if the queue is no longer live
	 */
	public boolean retire(QueueContext queue, long joinedBefore) {
		String id = String.valueOf(queue.concertId());
		Double joined = this.redis.opsForZSet().score(LIVE_QUEUES_KEY, id);
		if (joined == null || joined >= joinedBefore) {
			return false;
		}
		this.redis.opsForZSet().remove(LIVE_QUEUES_KEY, id);
		this.claims.forget(id);
		setExpiry(queue, QueueScriptRunner.LIFETIME.toMillis());
		return true;
	}

	/** Returns whether Redis knows the queue of this concert. */
	boolean hasState(long concertId) {
		return this.redis.opsForHash().hasKey("{q:" + concertId + "}:state", "epoch");
	}

	private void setExpiry(QueueContext queue, long millis) {
		this.scripts.run(QueueScriptRunner.SET_EXPIRY, queue, Map.of("expires_after_ms", millis), List.of());
	}

}
