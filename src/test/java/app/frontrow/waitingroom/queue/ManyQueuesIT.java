package app.frontrow.waitingroom.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

import app.frontrow.stores.OnRealStores;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.redis.QueueFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances share the steps of a thousand queues with members. What one of them does
 * not step, the other takes over. On an idle machine no snapshot gets a second old; on a
 * busy one most do not.
 */
@SpringBootTest(classes = QueueFixture.Client.class)
@OnRealStores
class ManyQueuesIT {

	private static final Logger log = LoggerFactory.getLogger(ManyQueuesIT.class);

	private static final int QUEUES = 1_000;

	private static final long SECONDS = 10;

	private final long first = 1_000_000_000L + ThreadLocalRandom.current().nextInt(1_000_000) * 1_000L;

	private final List<Long> concerts = LongStream.range(this.first, this.first + QUEUES).boxed().toList();

	private final List<SimulatedInstance> instances = new ArrayList<>();

	@Autowired
	private StringRedisTemplate redis;

	@BeforeEach
	void twoInstances() {
		connectToRedis();
		for (int i = 0; i < 2; i++) {
			this.instances.add(new SimulatedInstance(this.redis, QueueFixture.settings(1, 20), this.first));
		}
		SimulatedInstance one = this.instances.get(0);
		this.concerts.parallelStream().forEach((concert) -> {
			for (int member = 0; member < 3; member++) {
				one.store.join(one.queues.createContext(concert), UUID.randomUUID(), true);
			}
		});
	}

	/**
	 * The client connects with the common pool of the JVM, which has one thread on two
	 * cores. If joining members occupy it, the connection is never made.
	 */
	private void connectToRedis() {
		this.redis.hasKey("frontrow:queues");
	}

	@AfterEach
	void forget() {
		this.instances.forEach(SimulatedInstance::close);
		this.redis.delete(List.of("frontrow:queues", "frontrow:steps"));
		this.redis.delete(this.redis.keys("{q:1*}:*"));
	}

	@Test
	void twoInstancesKeepAThousandQueuesFresh() {
		awaitStepOfEach(this.instances);
		long before = scripts();
		List<Long> ages = watch(this.instances);
		double perSecond = (scripts() - before) / (double) SECONDS / QUEUES;
		log.info(
				"{} queues on 2 instances: {} scripts a second and queue, oldest snapshot {} ms, {} of {} looks saw one older than a second",
				QUEUES, perSecond, ages.stream().mapToLong(Long::longValue).max().getAsLong(), stale(ages),
				ages.size());
		assertThat(perSecond).isLessThan(7);

		this.instances.get(0).close();
		awaitStepOfEach(this.instances.subList(1, 2));
		List<Long> alone = watch(this.instances.subList(1, 2));
		log.info("one instance takes over: oldest snapshot {} ms, {} of {} looks saw one older than a second",
				alone.stream().mapToLong(Long::longValue).max().getAsLong(), stale(alone), alone.size());
	}

	/**
	 * Waits until each of these instances has a snapshot of each queue from after this
	 * moment. How old snapshots become depends on the machine, so that is only logged.
	 */
	private void awaitStepOfEach(List<SimulatedInstance> awaited) {
		// a step that was under way already does not count
		long since = System.currentTimeMillis() + 1_000;
		await().until(() -> awaited.stream()
			.allMatch((instance) -> this.concerts.stream()
				.allMatch((concert) -> instance.memories.find(concert)
					.map(QueueMemory::latestSnapshot)
					.filter((snapshot) -> snapshot.now() > since)
					.isPresent())));
	}

	private static long stale(List<Long> ages) {
		return ages.stream().filter((age) -> age > 1_000).count();
	}

	/** The age of the oldest snapshot, many times. */
	private List<Long> watch(List<SimulatedInstance> watched) {
		List<Long> ages = new ArrayList<>();
		long end = System.nanoTime() + SECONDS * 1_000_000_000L;
		await().pollInterval(Duration.ofMillis(50)).until(() -> {
			watched.forEach((instance) -> ages.add(oldest(instance)));
			return System.nanoTime() > end;
		});
		return ages;
	}

	private long oldest(SimulatedInstance instance) {
		return this.concerts.stream()
			.mapToLong((concert) -> instance.memories.find(concert)
				.map(QueueMemory::snapshotAgeMillis)
				.orElse(Long.MAX_VALUE))
			.max()
			.getAsLong();
	}

	private long scripts() {
		String calls = this.redis.execute((RedisCallback<String>) (
				connection) -> connection.serverCommands().info("commandstats").getProperty("cmdstat_evalsha"));
		return Long.parseLong(calls.split("[=,]")[1]);
	}

}
