package app.frontrow.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;

/**
 * The yardstick for what asks Redis once: a small script, by its digest, on one shared
 * connection as in the product.
 */
final class RedisBaseline implements AutoCloseable {

	private static final int AT_A_TIME = 32;

	private static final int CALLS = 20_000;

	private static final String SCRIPT = "redis.call('hset', KEYS[1], ARGV[1], ARGV[2])"
			+ " return redis.call('hget', KEYS[1], ARGV[1])";

	private final RedisClient client;

	private final StatefulRedisConnection<String, String> connection;

	private final String digest;

	RedisBaseline(String url) {
		this.client = RedisClient.create(url);
		this.connection = this.client.connect();
		this.digest = this.connection.sync().scriptLoad(SCRIPT);
	}

	/** Calls the script, as often as takes about a second. */
	LoadResult run() {
		return LoadWorkers.measure(AT_A_TIME, CALLS, (i) -> {
			String value = this.connection.sync()
				.evalsha(this.digest, ScriptOutputType.VALUE, new String[] { "bench:raw" }, "member" + i % 1_000,
						String.valueOf(i));
			return value != null;
		});
	}

	@Override
	public void close() {
		this.connection.close();
		this.client.shutdown();
	}

}
