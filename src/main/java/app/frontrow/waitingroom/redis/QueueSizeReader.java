package app.frontrow.waitingroom.redis;

import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Measures how much memory of Redis a queue takes.
 */
@Component
public class QueueSizeReader {

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> SIZE = RedisScript.of(new ClassPathResource("redis/waitingroom/size.lua"),
			List.class);

	private final StringRedisTemplate redis;

	QueueSizeReader(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/** Measures the queue of this concert. */
	public Size read(long concertId) {
		List<?> answer = this.redis.execute(SIZE, QueueScriptRunner.keys(concertId));
		return new Size((Long) answer.get(0), (Long) answer.get(1));
	}

	/**
	 * The size of a queue.
	 *
	 * @param bytes all its keys, as Redis estimates them
	 * @param members members with a number
	 */
	public record Size(long bytes, long members) {

		/** Returns the bytes of one member. */
		public double bytesPerMember() {
			return this.bytes / (double) Math.max(1, this.members);
		}

	}

}
