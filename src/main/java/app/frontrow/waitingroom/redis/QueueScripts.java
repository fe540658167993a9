package app.frontrow.waitingroom.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.waitingroom.memory.Queue;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.policy.QueueTerms;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The scripts of the queues, and what each of them is told. All keys of a concert carry
 * the tag {@code {q:<id>}}, so that they live on one node of a cluster and one script can
 * change them at once.
 */
@Component
class QueueScripts {

	static final Script<List<Object>> JOIN = script("join");

	static final Script<List<Object>> LOOK = script("look");

	static final Script<List<Object>> FINISH = script("finish");

	static final Script<Long> EXTEND = script("extend", Long.class);

	static final Script<List<Object>> STEP = script("step");

	static final Script<List<Object>> REMEMBER = script("remember");

	static final Script<List<Object>> SEAT = script("seat");

	static final Script<Long> REST = script("rest", Long.class);

	private static final List<String> PARTS = List.of("m", "w", "hb", "a", "u", "p", "h", "t", "te", "x", "pq");

	private final StringRedisTemplate redis;

	private final QueueSettings settings;

	private final Map<String, Timer> timers;

	QueueScripts(StringRedisTemplate redis, QueueSettings settings, MeterRegistry metrics) {
		this.redis = redis;
		this.settings = settings;
		this.timers = Stream.of(JOIN, LOOK, FINISH, EXTEND, STEP, REMEMBER, SEAT, REST)
			.collect(Collectors.toMap(Script::name,
					(script) -> metrics.timer("frontrow.queue.script", "script", script.name())));
	}

	/**
	 * Runs a script on the queue.
	 * @param arguments those of the script's own
	 */
	<T> T run(Script<T> script, Queue queue, Object... arguments) {
		List<String> keys = keys(queue.concertId());
		Object[] told = told(queue, arguments);
		return this.timers.get(script.name()).record(() -> this.redis.execute(script.text(), keys, told));
	}

	private static List<String> keys(long concertId) {
		String tag = "{q:" + concertId + "}:";
		List<String> keys = new ArrayList<>(PARTS.size());
		for (String part : PARTS) {
			keys.add(tag + part);
		}
		return keys;
	}

	/** The arguments as {@code queue.lua} counts them. */
	private Object[] told(Queue queue, Object... arguments) {
		QueueTerms terms = queue.terms();
		List<Object> all = new ArrayList<>(List.of(terms.capacity(), terms.admissionsPerSecond(),
				this.settings.claim().toMillis(), this.settings.pass().toMillis(), this.settings.absence().toMillis(),
				terms.seatsLeft(), terms.opensAt().toEpochMilli(), (terms.mode() == QueueMode.PAUSED) ? 1 : 0,
				this.settings.band(terms.admissionsPerSecond())));
		Collections.addAll(all, queue.memory().knowledge());
		all.add(UUID.randomUUID().toString().substring(0, 8));
		Collections.addAll(all, arguments);
		Object[] told = new Object[all.size()];
		for (int i = 0; i < told.length; i++) {
			told[i] = String.valueOf(all.get(i));
		}
		return told;
	}

	@SuppressWarnings("unchecked")
	private static Script<List<Object>> script(String name) {
		return (Script<List<Object>>) (Script<?>) script(name, List.class);
	}

	private static <T> Script<T> script(String name, Class<T> type) {
		return new Script<>(name, new DefaultRedisScript<>(text("queue") + text(name), type));
	}

	private static String text(String name) {
		try {
			return new ClassPathResource("redis/waitingroom/" + name + ".lua")
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	/**
	 * A script by its name.
	 */
	record Script<T>(String name, RedisScript<T> text) {
	}

}
