package app.frontrow.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations;

/**
 * The index of each member's sessions: one small sorted set per member in Redis. It
 * contains session ids, sorted by the time when the session expires. An entry is written
 * with its session. The set expires with the last session. It is read after a log-in, and
 * when a member lists or ends sessions. Each call uses one key, so it works on a cluster.
 */
class SessionIndexStore {

	private final StringRedisTemplate redis;

	private final Duration idle;

	SessionIndexStore(StringRedisTemplate redis, Duration idle) {
		this.redis = redis;
		this.idle = idle;
	}

	/**
	 * Adds a session, or updates the time when it expires.
	 * @return whether the session was not in the index before
	 */
	boolean add(UUID member, String session, Instant now, Instant end) {
		String key = key(member);
		boolean added = Boolean.TRUE.equals(sets().add(key, session, end.toEpochMilli()));
		sets().removeRangeByScore(key, Double.NEGATIVE_INFINITY, now.toEpochMilli());
		this.redis.expire(key, this.idle);
		return added;
	}

	/**
	 * Returns the member's sessions; some may have ended already. The session that
	 * expires first comes first.
	 */
	List<String> findByMember(UUID member) {
		Set<String> sessions = sets().range(key(member), 0, -1);
		return (sessions != null) ? List.copyOf(sessions) : List.of();
	}

	/** Removes a session from the index. */
	void remove(UUID member, String session) {
		sets().remove(key(member), session);
	}

	private ZSetOperations<String, String> sets() {
		return this.redis.opsForZSet();
	}

	private static String key(UUID member) {
		return "frontrow:sessions-of:" + member;
	}

}
