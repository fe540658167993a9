package app.frontrow.waitingroom.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import app.frontrow.waitingroom.memory.QueueContext;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.QueueStore.Look;
import app.frontrow.waitingroom.token.QueueTicket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * A queue for one test. Members have an index by the order of joining. The test can read
 * and change the keys in Redis.
 */
public class QueueFixture {

	public static final int MANY = 1_000;

	/** Settings with times that are longer than a test. */
	public static final QueueSettings PATIENT = settings(3, 1_000);

	public final long concert = ThreadLocalRandom.current().nextLong(1_000_000_000L);

	public final QueueStore store;

	final LiveQueueStore liveQueues;

	public int seatsLeft = MANY;

	public Instant opensAt = Instant.EPOCH;

	public Instant concertCreatedAt = Instant.EPOCH;

	public QueueMode mode = QueueMode.OPEN;

	/** The memory of the instance that calls. */
	public QueueMemory memory = new QueueMemory(-1);

	private final StringRedisTemplate redis;

	private final QueueSettings settings;

	private final List<UUID> members = new ArrayList<>();

	private final List<PlaceScriptResult> places = new ArrayList<>();

	public QueueFixture(StringRedisTemplate redis, QueueSettings settings) {
		this(redis, settings, 0);
	}

	/**
	 * Makes a queue.
	 * @param stepShareMillis near polls within this time after a step take no other one;
	 * 0 if each call takes a step, so that a test sees its effect at once
	 */
	public QueueFixture(StringRedisTemplate redis, QueueSettings settings, long stepShareMillis) {
		this.redis = redis;
		this.settings = settings;
		QueueScriptRunner scripts = new QueueScriptRunner(redis, settings, new SimpleMeterRegistry(), stepShareMillis);
		this.liveQueues = new LiveQueueStore(redis, scripts, new StepClaimStore(redis), Clock.systemUTC());
		this.store = new QueueStore(scripts, this.liveQueues);
	}

	public static QueueSettings settings(int capacity, double rate) {
		return settings(capacity, rate, Duration.ofSeconds(90));
	}

	public static QueueSettings settings(int capacity, double rate, Duration absence) {
		return new QueueSettings(capacity, rate, Duration.ofSeconds(30), Duration.ofMinutes(5), absence,
				Duration.ofMinutes(30), Duration.ZERO);
	}

	public QueueContext queue() {
		return new QueueContext(this.concert, new QueueTerms(this.settings.capacity(),
				this.settings.admissionsPerSecond(), this.mode, this.seatsLeft, this.opensAt, this.concertCreatedAt),
				this.memory);
	}

	/** New members join, one after the other. */
	public List<PlaceScriptResult> join(int number) {
		for (int i = 0; i < number; i++) {
			this.members.add(UUID.randomUUID());
			this.places.add(join(this.members.get(this.members.size() - 1)));
		}
		return this.places.subList(this.places.size() - number, this.places.size());
	}

	/** Joins and looks at the place. */
	public PlaceScriptResult join(UUID member) {
		PlaceScriptResult joined = this.store.join(queue(), member, this.mode != QueueMode.DRAINING);
		return joined.hasStatus("CLOSED") ? joined : look(ticket(member, joined));
	}

	/** Looks at the member's first place. */
	public PlaceScriptResult look(int index) {
		return look(ticket(this.members.get(index), this.places.get(index)));
	}

	/** Looks at a place that is equal to its number. */
	public PlaceScriptResult look(QueueTicket ticket) {
		return look(ticket, ticket.number());
	}

	public PlaceScriptResult look(QueueTicket ticket, long place) {
		return this.store.look(queue(), ticket, place);
	}

	/** Looks at several places in one call. */
	public List<PlaceScriptResult> look(List<Integer> indices) {
		return lookTogether(
				indices.stream().map(this::ticket).map((ticket) -> new Look(ticket, ticket.number())).toList());
	}

	public List<PlaceScriptResult> lookTogether(List<Look> looks) {
		return this.store.look(queue(), looks);
	}

	public PlaceStatus finish(int index, PlaceStatus status) {
		return this.store.finish(queue(), member(index), number(index), status);
	}

	public void extend(int index, long holdEnd) {
		this.store.extend(queue(), member(index), number(index), holdEnd);
	}

	/** Takes a step. */
	public QueueSnapshot step() {
		return this.store.step(queue());
	}

	/**
	 * Takes a step; answers how many members are near and how many are inside.
	 */
	public List<Long> count() {
		QueueSnapshot snapshot = step();
		return List.of(snapshot.waiting(), snapshot.inside());
	}

	public QueueTicket ticket(int index) {
		return ticket(member(index), this.places.get(index));
	}

	public QueueTicket ticket(UUID member, PlaceScriptResult place) {
		return new QueueTicket(this.concert, member, place.number(), Instant.ofEpochMilli(place.issuedAt()));
	}

	public UUID member(int index) {
		return this.members.get(index);
	}

	public long number(int index) {
		return this.places.get(index).number();
	}

	public long inside() {
		return this.redis.opsForZSet().zCard(key("inside"));
	}

	/** Changes a time in Redis. */
	public void date(String part, Object entry, long time) {
		this.redis.opsForZSet().add(key(part), String.valueOf(entry), time);
	}

	/** Changes a field of the state in Redis. */
	public void put(String field, long value) {
		this.redis.opsForHash().put(key("state"), field, String.valueOf(value));
	}

	public long field(String name) {
		Object value = this.redis.opsForHash().get(key("state"), name);
		return (value != null) ? (long) Double.parseDouble((String) value) : 0;
	}

	/** Deletes everything that Redis knows of the queue. */
	public void lose() {
		this.redis.delete(keys());
	}

	public long now() {
		return this.redis.execute((RedisCallback<Long>) (connection) -> {
			RedisServerCommands server = connection.serverCommands();
			return server.time();
		});
	}

	public String key(String part) {
		return "{q:" + this.concert + "}:" + part;
	}

	public List<String> keys() {
		return QueueScriptRunner.KEYS.stream().map(this::key).toList();
	}

	public void forget() {
		lose();
		this.redis.opsForZSet().remove("frontrow:queues", String.valueOf(this.concert));
	}

	/**
	 * A client of Redis and nothing else.
	 */
	@ImportAutoConfiguration(DataRedisAutoConfiguration.class)
	public static class Client {

	}

}
