package app.frontrow.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations;

/**
 * Which sessions a member has: one small sorted set per member in Redis, of session ids
 * by the time when each ends if it is not used. It is written when a session is, lives no
 * longer than they do, and is read only where a member looks at their sessions or ends
 * them. Every call is about one key, so it works on a cluster.
 */
class SessionIndexStore {

	private final StringRedisTemplate redis;

	private final Duration idle;

	SessionIndexStore(StringRedisTemplate redis, Duration idle) {
		this.redis = redis;
		this.idle = idle;
	}

	/**
	 * Notes a session, or that it ends later than was noted.
	 * @return whether it was not there before
	 */
	boolean add(UUID member, String session, Instant now, Instant end) {
		String key = key(member);
		boolean begun = Boolean.TRUE.equals(sets().add(key, session, end.toEpochMilli()));
		sets().removeRangeByScore(key, Double.NEGATIVE_INFINITY, now.toEpochMilli());
		this.redis.expire(key, this.idle);
		return begun;
	}

	/**
	 * The member's sessions; some may have ended. The one that ends first comes first.
	 */
	List<String> findByMember(UUID member) {
		Set<String> sessions = sets().range(key(member), 0, -1);
		return (sessions != null) ? List.copyOf(sessions) : List.of();
	}

	/** Strikes a session off. */
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
