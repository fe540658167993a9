package app.frontrow.waitingroom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import app.frontrow.waitingroom.QueueStore.Place;

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
	static final QueueSettings PATIENT = new QueueSettings(3, 1_000, Duration.ofSeconds(30), Duration.ofMinutes(5),
			Duration.ofSeconds(90));

	final long concert = ThreadLocalRandom.current().nextLong(1_000_000_000L);

	final QueueStore store;

	int seatsLeft = MANY;

	private final StringRedisTemplate redis;

	private final List<UUID> members = new ArrayList<>();

	private final List<Place> places = new ArrayList<>();

	TestQueue(StringRedisTemplate redis, QueueSettings settings) {
		this.redis = redis;
		this.store = new QueueStore(redis, settings, Clock.systemUTC());
	}

	static QueueSettings settings(int capacity, double rate) {
		return new QueueSettings(capacity, rate, PATIENT.claim(), PATIENT.pass(), PATIENT.absence());
	}

	/** New members join, one after the other. */
	List<Place> join(int number) {
		for (int i = 0; i < number; i++) {
			this.members.add(UUID.randomUUID());
			this.places.add(join(this.members.get(this.members.size() - 1)));
		}
		return this.places.subList(this.places.size() - number, this.places.size());
	}

	Place join(UUID member) {
		return this.store.join(this.concert, member, this.seatsLeft);
	}

	/** Where the member's first place stands. */
	Place look(int index) {
		return this.store.look(ticket(this.members.get(index), this.places.get(index)), this.seatsLeft);
	}

	PlaceStatus finish(int index, PlaceStatus status) {
		return this.store.finish(this.concert, member(index), seq(index), status, this.seatsLeft);
	}

	void extend(int index, long holdEnd) {
		this.store.extend(this.concert, member(index), seq(index), holdEnd);
	}

	/** Lets in who may come in; answers how many wait and how many are inside. */
	List<Long> step() {
		return this.store.step(this.concert, this.seatsLeft);
	}

	Ticket ticket(UUID member, Place place) {
		return new Ticket(this.concert, member, place.epoch(), place.seq(), Instant.ofEpochMilli(place.issuedAt()));
	}

	UUID member(int index) {
		return this.members.get(index);
	}

	long seq(int index) {
		return this.places.get(index).seq();
	}

	long inside() {
		return this.redis.opsForZSet().zCard(key("a"));
	}

	/** Makes Redis believe that this happened at another time. */
	void date(String part, Object entry, long time) {
		this.redis.opsForZSet().add(key(part), String.valueOf(entry), time);
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

	void forget() {
		this.redis.delete(Stream.of("m", "w", "hb", "a", "u", "p", "h", "t", "te").map(this::key).toList());
		this.redis.opsForZSet().remove("frontrow:queues", String.valueOf(this.concert));
	}

	/**
	 * A client of Redis and nothing else.
	 */
	@ImportAutoConfiguration(DataRedisAutoConfiguration.class)
	static class Client {

	}

}
