package app.frontrow.waitingroom.redis;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.shared.ThrottledLogger;
import app.frontrow.waitingroom.memory.QueueContext;
import app.frontrow.waitingroom.memory.QueueMemory.Knowledge;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.token.QueueTicket;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Runs the scripts of the queues. {@code queue.lua} explains the keys and the arguments.
 * All keys of a concert have the tag {@code {q:<id>}}. So one node of a cluster has all
 * of them, and one script can change them together.
 */
@Component
class QueueScriptRunner {

	static final QueueScript JOIN = QueueScript.load("join");

	static final QueueScript LOOK = QueueScript.load("look");

	static final QueueScript FINISH = QueueScript.load("finish");

	static final QueueScript EXTEND = QueueScript.load("extend");

	static final QueueScript STEP = QueueScript.load("step");

	static final QueueScript RESTORE_DEAD_PLACES = QueueScript.load("restore_dead_places");

	static final QueueScript SET_DRAWN_PLACES = QueueScript.load("set_drawn_places");

	static final QueueScript NOTE_EARLY = QueueScript.load("note_early");

	static final QueueScript SET_EXPIRY = QueueScript.load("set_expiry");

	/** The keys, in the order of {@code queue.lua}. */
	static final List<String> KEYS = List.of("state", "waiting", "last_seen", "inside", "numbers", "passes",
			"admissions", "final_statuses", "status_expiry", "dead_places", "early", "aside", "aside_members");

	/**
	 * So many polls arrive within this time that one step is enough for all of them. Each
	 * admission is later by at most this, unless a place has just become free.
	 */
	static final long STEP_SHARE_MS = 50;

	/** After this time without members, every ticket of a queue is over. */
	static final Duration LIFETIME = QueueTicket.LIFETIME.plus(Duration.ofHours(1));

	/** Polls and ticks find out many times a second that a queue cannot be used yet. */
	private static final ThrottledLogger LINES = new ThrottledLogger(LoggerFactory.getLogger(QueueScriptRunner.class),
			1);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final StringRedisTemplate redis;

	private final QueueSettings settings;

	private final Map<String, Timer> timers;

	private final long stepShareMillis;

	@Autowired
	QueueScriptRunner(StringRedisTemplate redis, QueueSettings settings, MeterRegistry metrics) {
		this(redis, settings, metrics, STEP_SHARE_MS);
	}

	/**
	 * Makes a runner.
	 * @param stepShareMillis near polls within this time after a step take no other one
	 */
	QueueScriptRunner(StringRedisTemplate redis, QueueSettings settings, MeterRegistry metrics, long stepShareMillis) {
		this.stepShareMillis = stepShareMillis;
		this.redis = redis;
		this.settings = settings;
		this.timers = Stream
			.of(JOIN, LOOK, FINISH, EXTEND, STEP, RESTORE_DEAD_PLACES, SET_DRAWN_PLACES, NOTE_EARLY, SET_EXPIRY)
			.collect(Collectors.toMap(QueueScript::name,
					(script) -> metrics.timer("frontrow.queue.script", "script", script.name())));
	}

	/**
	 * Runs a script on the queue.
	 * @param arguments the script's own arguments, by name
	 * @param list the script's list
	 * @throws QueueRecoveringException shortly after Redis has lost writes
	 * @throws EarlierConcertException if the queue belongs to a later concert
	 * @throws NewerLayoutException if a newer release has written the queue
	 */
	ScriptAnswer run(QueueScript script, QueueContext queue, Map<String, Object> arguments, List<?> list) {
		try {
			ScriptAnswer answer = execute(script, queue, arguments, list);
			if (answer.has("status") && "SETTLING".equals(answer.text("status"))) {
				log(queue, "has lost writes in Redis, and the instances restore them");
				throw new QueueRecoveringException();
			}
			return answer;
		}
		catch (RedisSystemException failure) {
			if (NewerLayoutException.isCauseOf(failure)) {
				LINES.write(NewerLayoutException.LINE, (log) -> log.error(NewerLayoutException.LINE));
				throw new NewerLayoutException();
			}
			if (!EarlierConcertException.isCauseOf(failure)) {
				throw failure;
			}
			log(queue, "belongs to a later concert than the one that this instance knows, added at "
					+ queue.terms().concertCreatedAt());
			throw new EarlierConcertException();
		}
	}

	private static void log(QueueContext queue, String state) {
		String line = "The queue of concert " + queue.concertId() + " " + state;
		LINES.write(line, (log) -> log.warn(line));
	}

	private ScriptAnswer execute(QueueScript script, QueueContext queue, Map<String, Object> arguments, List<?> list) {
		List<String> keys = keys(queue.concertId());
		Object[] texts = Stream.concat(Stream.of(json(queue, arguments)), list.stream().map(String::valueOf)).toArray();
		Timer timer = Objects.requireNonNull(this.timers.get(script.name()));
		return new ScriptAnswer(
				Objects.requireNonNull(timer.record(() -> this.redis.execute(script.text(), keys, texts))));
	}

	/** Returns all keys of the queue, in the order of {@code queue.lua}. */
	static List<String> keys(long concertId) {
		return KEYS.stream().map((key) -> "{q:" + concertId + "}:" + key).toList();
	}

	/** The arguments of every script, and this script's own. */
	private String json(QueueContext queue, Map<String, Object> own) {
		QueueTerms terms = queue.terms();
		Knowledge known = queue.memory().toScriptArguments();
		Map<String, Object> all = new HashMap<>(own);
		all.put("capacity", terms.capacity());
		all.put("admissions_per_second", terms.admissionsPerSecond());
		all.put("claim_ms", this.settings.claim().toMillis());
		all.put("pass_ms", this.settings.pass().toMillis());
		all.put("absence_ms", this.settings.absence().toMillis());
		all.put("grace_ms", this.settings.grace().toMillis());
		all.put("seats_left", terms.seatsLeft());
		all.put("sales_open_at", terms.salesOpenAt().toEpochMilli());
		all.put("paused", terms.mode() == QueueMode.PAUSED);
		all.put("band", this.settings.bandWidth(terms.admissionsPerSecond()));
		all.put("step_share_ms", this.stepShareMillis);
		all.put("created_at", terms.concertCreatedAt().toEpochMilli());
		all.put("lifetime_ms", LIFETIME.toMillis());
		all.put("draw_is_over", known.drawIsOver());
		all.put("known_last_number", known.lastNumber());
		all.put("known_front", known.front());
		all.put("known_drawn_places", known.drawnPlaces());
		all.put("known_death_count", known.deathCount());
		all.put("new_epoch", UUID.randomUUID().toString().substring(0, 8));
		return JSON.writeValueAsString(all);
	}

}
