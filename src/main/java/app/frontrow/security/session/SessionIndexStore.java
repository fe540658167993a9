package app.frontrow.security.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations;

/**
 * The index of each member's sessions: one small sorted set per member in Redis. It
 * contains session ids, sorted by the time when the session expires. An entry is written
 * with its session. The set expires with the last session. It is read after a log-in, and
 * when a member lists or ends sessions. Each of these calls uses one key, so it works on
 * a cluster.
 */
class SessionIndexStore {

	private static final String PREFIX = "frontrow:sessions-of:";

	private static final int GROUP = 500;

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

	/**
	 * Hands the members who are in the index on, in groups. A member may be in two
	 * groups, or be missing if the first session was added meanwhile.
	 */
	void forEachGroupOfMembers(Consumer<Set<UUID>> action) {
		ScanOptions indexes = ScanOptions.scanOptions().match(PREFIX + "*").count(GROUP).build();
		try (RedisConnection connection = this.redis.getRequiredConnectionFactory().getConnection()) {
			if (connection instanceof RedisClusterConnection cluster) {
				for (RedisClusterNode node : cluster.clusterGetNodes()) {
					// a master that was replaced stays in the list without slots
					if (node.isMaster() && !node.getSlotRange().getSlots().isEmpty()) {
						handOn(cluster.scan(node, indexes), action);
					}
				}
			}
			else {
				handOn(connection.keyCommands().scan(indexes), action);
			}
		}
	}

	private static void handOn(Cursor<byte[]> keys, Consumer<Set<UUID>> action) {
		Set<UUID> group = new HashSet<>();
		try (keys) {
			while (keys.hasNext()) {
				group.add(member(keys.next()));
				if (group.size() == GROUP || !keys.hasNext()) {
					action.accept(group);
					group = new HashSet<>();
				}
			}
		}
	}

	private ZSetOperations<String, String> sets() {
		return this.redis.opsForZSet();
	}

	private static UUID member(byte[] key) {
		return UUID.fromString(new String(key, StandardCharsets.US_ASCII).substring(PREFIX.length()));
	}

	private static String key(UUID member) {
		return PREFIX + member;
	}

}
