package app.frontrow.journey;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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
import static org.awaitility.Awaitility.await;

/**
 * Two of three instances are killed while a crowd comes in. The queue keeps its order and
 * its capacity, and moves on.
 */
@OutOfProcessTest
class LastInstanceIT {

	private static final int CAPACITY = 20;

	private static final int PER_SECOND = 5;

	private static final int CROWD = 150;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private StringRedisTemplate redis;

	private final List<ProductInstance> instances = new ArrayList<>();

	private final AtomicInteger requests = new AtomicInteger();

	private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(24);

	@BeforeEach
	void start(@Autowired Stores stores) {
		Map<String, String> settings = Map.of("FRONTROW_QUEUE_CAPACITY", String.valueOf(CAPACITY),
				"FRONTROW_QUEUE_ADMISSIONSPERSECOND", String.valueOf(PER_SECOND), "FRONTROW_QUEUE_CLAIM", "90s");
		// one after the other: together they may take too long on a busy machine
		List.of("first", "second", "third")
			.forEach((name) -> this.instances.add(ProductInstance.start(name, stores, settings)));
	}

	@AfterEach
	void end() {
		this.threads.shutdownNow();
		this.instances.forEach(ProductInstance::close);
	}

	@Test
	void queueMovesWhileOneInstanceLives() {
		MemberFixture audience = new MemberFixture(this.jdbc, this.instances.get(0).port());
		long concert = ConcertFixture.onSale(audience.admin(), 10);
		List<Visitor> crowd = new ArrayList<>();
		List<Integer> inside = new CopyOnWriteArrayList<>();
		QueueStateReader places = new QueueStateReader(this.redis, concert);
		audience.members(CROWD).forEach((member) -> crowd.add(new Visitor(member, concert)));
		this.threads.scheduleWithFixedDelay(() -> inside.add(places.inside()), 0, 50, TimeUnit.MILLISECONDS);
		await().ignoreExceptions().atMost(Duration.ofMinutes(1)).until(() -> inside.contains(CAPACITY));
		crowd.forEach(Visitor::ask);
		for (int dead = 0; dead < 2; dead++) {
			long enough = (dead + 1) * CROWD / 3;
			await().ignoreExceptions().atMost(Duration.ofMinutes(2)).until(() -> admitted(concert) >= enough);
			this.instances.get(dead).kill();
		}
		crowd.forEach((visitor) -> visitor.admittedAt.orTimeout(120, TimeUnit.SECONDS).join());
		assertThat(crowd).extracting((visitor) -> QueueStateReader.number(visitor.client.header("Queue-Token")))
			.isEqualTo(IntStream.rangeClosed(1, CROWD).mapToObj(Long::valueOf).toList());
		assertThat(crowd).extracting((visitor) -> visitor.admittedAt.join()).isSorted();
		assertThat(inside).hasSizeGreaterThan(100)
			.contains(CAPACITY)
			.allSatisfy((members) -> assertThat(members).isLessThanOrEqualTo(CAPACITY));
	}

	private long admitted(long concert) {
		return Long.parseLong((String) this.redis.opsForHash().get("{q:" + concert + "}:state", "admitted_count"));
	}

	/** As a load balancer does: to one that lives, and to another one if it dies. */
	private Answer send(ApiClient client, Function<ApiClient, Answer> request) {
		for (int attempt = 1;; attempt++) {
			List<ProductInstance> alive = this.instances.stream().filter(ProductInstance::isRunning).toList();
			ProductInstance next = alive.get(this.requests.getAndIncrement() % alive.size());
			try {
				return request.apply(client.on(next.port()));
			}
			catch (UncheckedIOException cutOff) {
				if (attempt == this.instances.size()) {
					throw cutOff;
				}
			}
		}
	}

	/**
	 * A visitor who polls as told, comes in, and leaves at once.
	 */
	private final class Visitor {

		private final ApiClient client;

		private final long concert;

		private final CompletableFuture<Instant> admittedAt = new CompletableFuture<>();

		private long position = Long.MAX_VALUE;

		Visitor(ApiClient member, long concert) {
			this.client = member
				.withQueueToken(send(member, (here) -> here.join(concert)).expect(201).text("queueToken"));
			this.concert = concert;
		}

		void ask() {
			LastInstanceIT.this.threads.execute(this::look);
		}

		private void look() {
			try {
				Answer place = send(this.client, ApiClient::place).expect(200);
				if (place.text("status").equals("WAITING")) {
					assertThat(place.number("position")).isBetween(1L, this.position);
					this.position = place.number("position");
					LastInstanceIT.this.threads.schedule(this::look, place.number("pollAfterMs"),
							TimeUnit.MILLISECONDS);
					return;
				}
				assertThat(place.text("status")).isEqualTo("ADMITTED");
				send(this.client, (here) -> here.shows(this.concert)).expect(200);
				send(this.client, (here) -> here.leave()).expect(204);
				this.admittedAt.complete(Instant.parse(place.text("admittedAt")));
			}
			catch (Throwable failure) {
				this.admittedAt.completeExceptionally(failure);
			}
		}

	}

}
