package app.frontrow.operations.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the version, clock and memory of Redis, and whether it evicts keys. A cluster
 * answers for each node, and its figures are summed up.
 */
@Component
class RedisStateReader {

	private static final int OLDEST = 602;

	private final StringRedisTemplate redis;

	private final Clock clock;

	RedisStateReader(StringRedisTemplate redis, Clock clock) {
		this.redis = redis;
		this.clock = clock;
	}

	/** Asks three questions. */
	RedisState read() {
		return this.redis.execute((RedisCallback<RedisState>) (connection) -> {
			RedisServerCommands server = connection.serverCommands();
			Instant asked = this.clock.instant();
			Instant told = Instant.ofEpochMilli(server.time(TimeUnit.MILLISECONDS));
			Duration half = Duration.between(asked, this.clock.instant()).dividedBy(2);
			Properties info = server.info();
			boolean evicts = texts(info, "maxmemory_policy").anyMatch((policy) -> !policy.equals("noeviction"));
			int version = texts(info, "redis_version").mapToInt(StoreState::parseVersion).min().orElse(OLDEST);
			StoreState state = new StoreState("Redis", version, OLDEST, Duration.between(asked.plus(half), told),
					evicts);
			return new RedisState(state, sum(info, "used_memory"), sum(info, "maxmemory"), server.dbSize());
		});
	}

	private static long sum(Properties info, String name) {
		return texts(info, name).mapToLong(Long::parseLong).sum();
	}

	/** In a cluster each name follows the name of its node and a dot. */
	private static Stream<String> texts(Properties info, String name) {
		return info.stringPropertyNames()
			.stream()
			.filter((key) -> key.equals(name) || key.endsWith("." + name))
			.map(info::getProperty);
	}

	/**
	 * What Redis says.
	 *
	 * @param store what may be wrong with it
	 * @param usedBytes of memory
	 * @param maxBytes of memory that it may use; 0 for no limit
	 * @param keys in it
	 */
	record RedisState(StoreState store, long usedBytes, long maxBytes, long keys) {
	}

}
