package app.frontrow.chaos;

import java.time.Duration;
import java.util.List;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;

/**
 * Looks into Redis, past the product, and counts the passes that are alive.
 */
final class PassCounter implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(1);

	private final RedisClient client;

	private final StatefulRedisConnection<String, String> connection;

	private final ChaosReport figures;

	private volatile boolean ended;

	PassCounter(String url, ChaosReport figures) {
		this.figures = figures;
		RedisURI uri = RedisURI.create(url);
		uri.setTimeout(TIMEOUT);
		this.client = RedisClient.create(uri);
		this.client.setOptions(ClientOptions.builder()
			.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
			.build());
		this.connection = this.client.connect();
	}

	/** Samples until it is ended. */
	void watch(List<Long> concerts) {
		while (!this.ended) {
			FaultInjector.sleep(50);
			for (long concert : concerts) {
				long alive = alive(concert);
				this.figures.peak("most passes at a time (capacity " + ChaosEnvironment.CAPACITY + ")", alive);
				if (alive > ChaosEnvironment.CAPACITY) {
					this.figures.broken("passes above capacity", alive + " for concert " + concert);
				}
			}
		}
	}

	/**
	 * Passes of the concert that have time left by Redis' clock; -1 if it does not say.
	 */
	long alive(long concert) {
		String now = "local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000) ";
		try {
			return this.connection.sync()
				.<Long>eval(now + "return redis.call('ZCOUNT', KEYS[1], '(' .. now, '+inf')", ScriptOutputType.INTEGER,
						"{q:" + concert + "}:inside");
		}
		catch (RedisException away) {
			return -1;
		}
	}

	/** Samples no more. */
	void end() {
		this.ended = true;
	}

	@Override
	public void close() {
		this.connection.close();
		this.client.shutdown();
	}

}
