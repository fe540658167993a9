package app.frontrow.waitingroom.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * A script of the queues, by its name.
 */
record QueueScript(String name, RedisScript<List<Object>> text) {

	/** Reads the script, with the shared files before it. */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	static QueueScript load(String name) {
		String text = Stream.of("queue", "places", "admission", name)
			.map(QueueScript::read)
			.collect(Collectors.joining());
		return new QueueScript(name, (RedisScript) new DefaultRedisScript<>(text, List.class));
	}

	private static String read(String name) {
		try {
			return new ClassPathResource("redis/waitingroom/" + name + ".lua")
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

}
