package app.frontrow.waitingroom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import app.frontrow.stores.Stores;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.queue.SimulatedInstance;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.token.QueueTicket;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Compares a waiting room with a thousand people in it with one with a million, side by
 * side in one run, and prints the cost of a waiting member. Run by {@code script/bench}.
 */
public final class WaitingRoomBench {

	private static final int SMALL = 1_000;

	private static final int THREADS = 8;

	private static final int SAMPLES = 20_000;

	private static final int WARM_UP = 5_000;

	/** Passes do not end, and members are not passed over, during the run. */
	private static final QueueSettings SETTINGS = new QueueSettings(100, 20, Duration.ofHours(1), Duration.ofHours(1),
			Duration.ofSeconds(90), Duration.ofMinutes(30), Duration.ZERO);

	private final StringRedisTemplate redis;

	private WaitingRoomBench(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/**
	 * Runs it.
	 * @param arguments how many wait in the large waiting room; a million if left out
	 */
	public static void main(String[] arguments) throws Exception {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		int large = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 1_000_000;
		try (Stores stores = Stores.forChaos(Path.of(".frontrow"), Path.of("target", "bench")).open()) {
			LettuceConnectionFactory connections = new LettuceConnectionFactory(
					LettuceConnectionFactory.createRedisConfiguration(stores.redisUrl()));
			connections.afterPropertiesSet();
			connections.start();
			new WaitingRoomBench(new StringRedisTemplate(connections)).compare(large);
			connections.destroy();
		}
	}

	private void compare(int large) throws InterruptedException {
		long empty = memory();
		Hall few = new Hall(1, SMALL);
		long before = memory();
		Hall many = new Hall(2, large);
		System.out.printf(
				"%,d and %,d people wait. Redis uses %d bytes per waiter of the large crowd (%,d MB in all)%n", SMALL,
				large, (memory() - before) / large, (memory() - empty) / 1_000_000);
		few.measure(WARM_UP);
		many.measure(WARM_UP);
		for (int round = 0; round < 5; round++) {
			few.measure(SAMPLES / 5);
			many.measure(SAMPLES / 5);
		}
		report("near poll", few.nearPolls, many.nearPolls);
		report("join", few.joins, many.joins);
		far(many);
		few.instance.close();
		many.instance.close();
	}

	private void far(Hall many) {
		long calls = commands();
		List<Long> times = many.farPolls(SAMPLES);
		long asked = commands() - calls;
		System.out.printf(
				"far poll: p50 %.1f µs, p99 %.1f µs; %d calls to Redis for %,d polls, besides %d of the tick%n",
				micros(times, 0.5), micros(times, 0.99), asked - many.ticks, SAMPLES, many.ticks);
	}

	private static void report(String what, List<Long> few, List<Long> many) {
		double small = micros(few, 0.5);
		double large = micros(many, 0.5);
		System.out.printf("%s: p50 %.1f µs among the few, %.1f µs among the many, ratio %.2f (p99 %.1f and %.1f µs)%n",
				what, small, large, large / small, micros(few, 0.99), micros(many, 0.99));
	}

	private static double micros(List<Long> nanos, double quantile) {
		List<Long> sorted = nanos.stream().sorted().toList();
		return sorted.get((int) (quantile * (sorted.size() - 1))) / 1000.0;
	}

	private long memory() {
		return Long.parseLong(info("memory").getProperty("used_memory"));
	}

	/** Scripts that Redis has run. */
	private long commands() {
		String stats = info("commandstats").getProperty("cmdstat_evalsha");
		return (stats != null) ? Long.parseLong(stats.split("[=,]")[1]) : 0;
	}

	private Properties info(String section) {
		return this.redis.execute(
				(RedisCallback<Properties>) (RedisConnection connection) -> connection.serverCommands().info(section));
	}

	/**
	 * A waiting room and its crowd.
	 */
	private final class Hall {

		private final long concert;

		private final SimulatedInstance instance;

		private final List<String> near = new ArrayList<>();

		private final List<String> far = new ArrayList<>();

		private List<Long> nearPolls = new ArrayList<>();

		private List<Long> joins = new ArrayList<>();

		private long ticks;

		Hall(long concert, int crowd) throws InterruptedException {
			this.concert = concert;
			this.instance = SimulatedInstance.withoutTick(WaitingRoomBench.this.redis, SETTINGS, concert);
			long from = System.nanoTime();
			for (int i = 0; i < 900; i++) {
				this.near.add(join());
			}
			ExecutorService threads = Executors.newFixedThreadPool(THREADS);
			int each = (crowd - this.near.size()) / THREADS;
			IntStream.range(0, THREADS).forEach((thread) -> threads.submit(() -> {
				for (int i = 0; i < each; i++) {
					String token = join();
					if (i >= each - 200) {
						synchronized (this.far) {
							this.far.add(token);
						}
					}
				}
			}));
			threads.shutdown();
			threads.awaitTermination(30, TimeUnit.MINUTES);
			System.out.printf("%,d joined within %.1f s%n", crowd, (System.nanoTime() - from) / 1e9);
		}

		private String join() {
			return this.instance.join(this.concert, UUID.randomUUID());
		}

		/** As many near polls and joins, one after the other. */
		void measure(int samples) {
			List<Long> polls = new ArrayList<>();
			List<Long> joins = new ArrayList<>();
			for (int i = 0; i < samples; i++) {
				String token = this.near.get(200 + ThreadLocalRandom.current().nextInt(700));
				QueueTicket ticket = this.instance.ticket(token);
				long from = System.nanoTime();
				this.instance.store.look(this.instance.queues.createContext(this.concert), ticket, ticket.number());
				polls.add(System.nanoTime() - from);
				if (i % 10 == 0) {
					from = System.nanoTime();
					this.instance.store.join(this.instance.queues.createContext(this.concert), UUID.randomUUID(), true);
					joins.add(System.nanoTime() - from);
				}
			}
			if (samples != WARM_UP) {
				this.nearPolls.addAll(polls);
				this.joins.addAll(joins);
			}
		}

		/** Polls of those at the end of the line; now and then the tick comes by. */
		List<Long> farPolls(int samples) {
			List<Long> times = new ArrayList<>();
			long ticked = 0;
			for (int i = 0; i < samples; i++) {
				if (System.nanoTime() - ticked > 250_000_000L) {
					this.instance.store.step(this.instance.queues.createContext(this.concert));
					ticked = System.nanoTime();
					this.ticks++;
				}
				QueueTicket ticket = this.instance.ticket(this.far.get(i % this.far.size()));
				long from = System.nanoTime();
				PlaceScriptResult answer = this.instance.queues.look(ticket);
				times.add(System.nanoTime() - from);
				if (answer.peopleAhead() < SMALL) {
					throw new IllegalStateException("not far: " + Arrays.toString(new long[] { answer.peopleAhead() }));
				}
			}
			return times;
		}

	}

}
