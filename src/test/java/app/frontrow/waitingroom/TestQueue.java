package app.frontrow.waitingroom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import app.frontrow.waitingroom.QueueStore.Look;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The queue of a concert of its own, with members numbered by when they joined, and a
 * look behind the scripts.
 */
class TestQueue {

	static final int MANY = 1_000;

	/** Settings under which nothing ends by itself during a test. */
	static final QueueSettings PATIENT = settings(3, 1_000);

	final long concert = ThreadLocalRandom.current().nextLong(1_000_000_000L);

	final QueueStore store;

	int seatsLeft = MANY;

	Instant opensAt = Instant.EPOCH;

	QueueMode mode = QueueMode.OPEN;

	/** What the instance that asks knows. */
	QueueMemory memory = new QueueMemory(-1);

	private final StringRedisTemplate redis;

	private final QueueSettings settings;

	private final List<UUID> members = new ArrayList<>();

	private final List<PlaceAnswer> places = new ArrayList<>();

	TestQueue(StringRedisTemplate redis, QueueSettings settings) {
		this.redis = redis;
		this.settings = settings;
		this.store = new QueueStore(redis, new QueueScripts(redis, settings, new SimpleMeterRegistry()),
				Clock.systemUTC());
	}

	static QueueSettings settings(int capacity, double rate) {
		return settings(capacity, rate, Duration.ofSeconds(90));
	}

	static QueueSettings settings(int capacity, double rate, Duration absence) {
		return new QueueSettings(capacity, rate, Duration.ofSeconds(30), Duration.ofMinutes(5), absence,
				Duration.ofMinutes(30));
	}

	Queue queue() {
		return new Queue(this.concert, new QueueTerms(this.settings.capacity(), this.settings.admissionsPerSecond(),
				this.mode, this.seatsLeft, this.opensAt), this.memory);
	}

	/** New members join, one after the other. */
	List<PlaceAnswer> join(int number) {
		for (int i = 0; i < number; i++) {
			this.members.add(UUID.randomUUID());
			this.places.add(join(this.members.get(this.members.size() - 1)));
		}
		return this.places.subList(this.places.size() - number, this.places.size());
	}

	/** Joins, and looks where the place stands. */
	PlaceAnswer join(UUID member) {
		PlaceAnswer joined = this.store.join(queue(), member, this.mode != QueueMode.DRAINING);
		return joined.is("CLOSED") ? joined : look(ticket(member, joined));
	}

	/** Where the member's first place stands. */
	PlaceAnswer look(int index) {
		return look(ticket(this.members.get(index), this.places.get(index)));
	}

	/** Where a place stands whose number is its place. */
	PlaceAnswer look(Ticket ticket) {
		return look(ticket, ticket.seq());
	}

	PlaceAnswer look(Ticket ticket, long place) {
		return this.store.look(queue(), ticket, place);
	}

	/** Where places stand that are asked for at the same moment. */
	List<PlaceAnswer> look(List<Integer> indices) {
		return this.store.look(queue(),
				indices.stream().map(this::ticket).map((ticket) -> new Look(ticket, ticket.seq())).toList());
	}

	PlaceStatus finish(int index, PlaceStatus status) {
		return this.store.finish(queue(), member(index), number(index), status);
	}

	void extend(int index, long holdEnd) {
		this.store.extend(queue(), member(index), number(index), holdEnd);
	}

	/** Lets in who may come in. */
	QueueSnapshot step() {
		return this.store.step(queue());
	}

	/**
	 * Lets in who may come in; answers how many wait near the front and how many are
	 * inside.
	 */
	List<Long> count() {
		QueueSnapshot snapshot = step();
		return List.of(snapshot.waiting(), snapshot.inside());
	}

	Ticket ticket(int index) {
		return ticket(member(index), this.places.get(index));
	}

	Ticket ticket(UUID member, PlaceAnswer place) {
		return new Ticket(this.concert, member, place.number(), Instant.ofEpochMilli(place.issuedAt()));
	}

	UUID member(int index) {
		return this.members.get(index);
	}

	long number(int index) {
		return this.places.get(index).number();
	}

	long inside() {
		return this.redis.opsForZSet().zCard(key("a"));
	}

	/** Makes Redis believe that this happened at another time. */
	void date(String part, Object entry, long time) {
		this.redis.opsForZSet().add(key(part), String.valueOf(entry), time);
	}

	/** Makes Redis believe this of the queue. */
	void put(String field, long value) {
		this.redis.opsForHash().put(key("m"), field, String.valueOf(value));
	}

	long field(String name) {
		Object value = this.redis.opsForHash().get(key("m"), name);
		return (value != null) ? (long) Double.parseDouble((String) value) : 0;
	}

	/** Redis loses everything it had of the queue. */
	void lose() {
		this.redis.delete(keys());
	}

	long now() {
		return this.redis.execute((RedisCallback<Long>) (connection) -> {
			RedisServerCommands server = connection.serverCommands();
			return server.time();
		});
	}

	String key(String part) {
		return "{q:" + this.concert + "}:" + part;
	}

	List<String> keys() {
		return Stream.of("m", "w", "hb", "a", "u", "p", "h", "t", "te", "x", "pq").map(this::key).toList();
	}

	void forget() {
		lose();
		this.redis.opsForZSet().remove("frontrow:queues", String.valueOf(this.concert));
	}

	/**
	 * A client of Redis and nothing else.
	 */
	@ImportAutoConfiguration(DataRedisAutoConfiguration.class)
	static class Client {

	}

}
