package app.frontrow.journey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Reads the queue of a concert from Redis, past the product.
 */
final class QueueStateReader {

	/** Counts both in one moment. */
	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> COUNT = new DefaultRedisScript<>(
			"return { redis.call('ZCARD', KEYS[1]), redis.call('ZCARD', KEYS[2]) }", List.class);

	private final StringRedisTemplate redis;

	private final String tag;

	QueueStateReader(StringRedisTemplate redis, long concert) {
		this.redis = redis;
		this.tag = "{q:" + concert + "}:";
	}

	/** How many have a pass at this moment. */
	int inside() {
		return count(0);
	}

	/** How many wait at this moment. */
	int waiting() {
		return count(1);
	}

	/** Which number in the queue the token is for. */
	static long number(String queueToken) {
		byte[] payload = Base64.getUrlDecoder().decode(queueToken.split("\\.")[1]);
		return new JsonMapper().readTree(new String(payload, StandardCharsets.UTF_8)).at("/seq").longValue();
	}

	private int count(int which) {
		List<?> counts = this.redis.execute(COUNT, List.of(this.tag + "inside", this.tag + "waiting"));
		return ((Long) counts.get(which)).intValue();
	}

}
