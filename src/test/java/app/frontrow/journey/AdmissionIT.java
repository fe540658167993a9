package app.frontrow.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A crowd before two instances: never more inside than the house holds, everybody in
 * order, everybody in the end.
 */
@BesideInstances
class AdmissionIT {

	private static final int CAPACITY = 20;

	private static final int CROWD = 300;

	/** Every tenth of the crowd buys a ticket, the others hand their pass back. */
	private static final int BUYERS = 10;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private StringRedisTemplate redis;

	private List<Instance> instances = List.of();

	@BeforeEach
	void start(@Autowired Stores stores) {
		this.instances = Instance.startAll(List.of("north", "south"), stores, Map.of("FRONTROW_QUEUE_CAPACITY",
				String.valueOf(CAPACITY), "FRONTROW_QUEUE_ADMISSIONSPERSECOND", "1000"));
	}

	@AfterEach
	void end() {
		this.instances.forEach(Instance::close);
	}

	@Test
	void neverMoreThanTheHouseHoldsAndEverybodyInOrder() {
		Audience audience = new Audience(this.jdbc, this.instances.get(0).port());
		long concert = Concerts.onSale(audience.admin(), 10);
		Places places = new Places(this.redis, concert);
		List<ApiClient> members = audience.members(CROWD);
		List<Visitor> crowd = new ArrayList<>();
		AtomicBoolean over = new AtomicBoolean();
		CompletableFuture<List<Integer>> samples = CompletableFuture.supplyAsync(() -> sample(places, over));
		for (ApiClient member : members) {
			Answer joined = member.on(port(crowd.size())).join(concert).expect(201);
			crowd.add(new Visitor(member.withQueueToken(joined.text("queueToken")), crowd.size()));
		}
		assertThat(crowd).extracting((visitor) -> Places.number(visitor.client.header("Queue-Token")))
			.isEqualTo(IntStream.rangeClosed(1, CROWD).mapToObj(Long::valueOf).toList());
		serve(crowd, concert);
		over.set(true);

		assertThat(samples.join()).hasSizeGreaterThan(500)
			.allSatisfy((inside) -> assertThat(inside).isLessThanOrEqualTo(CAPACITY))
			.as("the house was full")
			.contains(CAPACITY);
		assertThat(crowd).extracting((visitor) -> visitor.admittedAt).isSorted();
		assertThat(mostAtATime(crowd)).isLessThanOrEqualTo(CAPACITY);
		assertThat(places.inside() + places.waiting()).isZero();
		Books books = new Books(this.jdbc);
		assertThat(books.count("reservations where concert_id = ? and status = 'CONFIRMED'", concert))
			.isEqualTo(CROWD / BUYERS);
		books.audit();
	}

	/**
	 * Everybody asks again and again, on either instance, until their turn has come and
	 * gone.
	 */
	private void serve(List<Visitor> crowd, long concert) {
		List<Visitor> waiting = crowd;
		for (int round = 0; !waiting.isEmpty(); round++) {
			assertThat(round).as("rounds until everybody was inside").isLessThan(200);
			int shift = round;
			waiting = Crowd
				.call(8, waiting.stream()
					.map((visitor) -> Crowd
						.task(() -> visitor.ask(concert, port(visitor.number + shift)) ? null : visitor))
					.toList())
				.stream()
				.filter((visitor) -> visitor != null)
				.toList();
		}
	}

	private int port(int number) {
		return this.instances.get(number % this.instances.size()).port();
	}

	private static List<Integer> sample(Places places, AtomicBoolean over) {
		List<Integer> samples = new ArrayList<>();
		while (!over.get()) {
			samples.add(places.inside());
		}
		return samples;
	}

	/**
	 * From when each was admitted until they began to leave, which is less than the time
	 * that they counted.
	 */
	private static int mostAtATime(List<Visitor> crowd) {
		return crowd.stream()
			.map((visitor) -> visitor.admittedAt)
			.max(Comparator.comparingInt((moment) -> insideAt(crowd, moment)))
			.map((moment) -> insideAt(crowd, moment))
			.orElse(0);
	}

	private static int insideAt(List<Visitor> crowd, Instant moment) {
		return (int) crowd.stream()
			.filter((visitor) -> !visitor.admittedAt.isAfter(moment) && visitor.leftAt.isAfter(moment))
			.count();
	}

	/**
	 * One of the crowd.
	 */
	private static final class Visitor {

		private final ApiClient client;

		private final int number;

		private long position = Long.MAX_VALUE;

		private Instant admittedAt;

		private Instant leftAt;

		Visitor(ApiClient client, int number) {
			this.client = client;
			this.number = number;
		}

		/** Asks where the place stands, and goes in and out if it may; true if so. */
		boolean ask(long concert, int port) {
			ApiClient here = this.client.on(port);
			Answer place = here.place().expect(200);
			if (place.text("status").equals("WAITING")) {
				assertThat(place.number("position")).isBetween(1L, this.position);
				assertThat(place.number("peopleAhead")).isEqualTo(place.number("position") - 1);
				if (this.position == Long.MAX_VALUE) {
					here.get("/api/v1/concerts/" + concert + "/shows").expectProblem(403, "not-your-turn");
				}
				this.position = place.number("position");
				return false;
			}
			assertThat(place.text("status")).isEqualTo("ADMITTED");
			this.admittedAt = Instant.parse(place.text("admittedAt"));
			long show = here.get("/api/v1/concerts/" + concert + "/shows").expect(200).number("/0/id");
			if (this.number % BUYERS == 0) {
				here.charge(500_000).expect(201);
				String held = here.hold(show, this.number / BUYERS + 1).expect(201).text("id");
				this.leftAt = Instant.now();
				here.pay(held).expect(201);
				assertThat(here.place().text("status")).isEqualTo("COMPLETED");
			}
			else {
				this.leftAt = Instant.now();
				here.delete("/api/v1/queue-tokens/current").expect(204);
				assertThat(here.place().text("status")).isEqualTo("LEFT");
			}
			return true;
		}

	}

}
