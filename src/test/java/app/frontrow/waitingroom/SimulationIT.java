package app.frontrow.waitingroom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.stores.OnEmbeddedStores;
import app.frontrow.stores.Stores;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.queue.SimulatedInstance;
import app.frontrow.waitingroom.redis.QueueFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A crowd of 8,000, or {@code -Dsimulation.crowd}, uses three instances. Of these
 * members, 30 % have gone away, 5 % poll just often enough, and 5 % are silent for longer
 * than the absence time and come back. In the middle Redis loses everything. All others
 * are admitted in order and within the capacity, those who come back are admitted too,
 * and no position grows.
 */
@SpringBootTest(classes = QueueFixture.Client.class)
@OnEmbeddedStores
class SimulationIT {

	private static final Logger log = LoggerFactory.getLogger(SimulationIT.class);

	private static final int CROWD = Integer.getInteger("simulation.crowd", 4_000);

	private static final int CAPACITY = 400;

	private static final Duration ABSENCE = Duration.ofSeconds(9);

	private static final Duration GRACE = Duration.ofMinutes(2);

	private static final int WORKERS = 8;

	private static final QueueSettings SETTINGS = new QueueSettings(CAPACITY, 300, Duration.ofSeconds(9),
			Duration.ofSeconds(60), ABSENCE, Duration.ofMinutes(30), GRACE);

	private final Random random = new Random(20_260_927);

	private final long concert = ThreadLocalRandom.current().nextLong(1_000_000_000L);

	private final List<SimulatedInstance> instances = new ArrayList<>();

	private final DelayQueue<Visitor> next = new DelayQueue<>();

	private final List<String> faults = new ArrayList<>();

	private final AtomicInteger inside = new AtomicInteger();

	private final AtomicInteger mostInside = new AtomicInteger();

	private long mostPasses;

	private final AtomicInteger left = new AtomicInteger();

	/** Members who polled too late, because the machine was busy. */
	private final AtomicInteger late = new AtomicInteger();

	private final AtomicLong polls = new AtomicLong();

	private final AtomicLong refused = new AtomicLong();

	/** Raised by one when Redis loses everything. */
	private volatile int life;

	@Autowired
	private StringRedisTemplate redis;

	@AfterEach
	void end() {
		this.instances.forEach(SimulatedInstance::close);
		this.redis.opsForZSet().remove("frontrow:queues", String.valueOf(this.concert));
	}

	@Test
	void everyPresentMemberIsAdmittedInOrder(@Autowired Stores stores) throws InterruptedException {
		IntStream.range(0, 3)
			.forEach((i) -> this.instances.add(new SimulatedInstance(this.redis, SETTINGS, this.concert)));
		List<Thread> threads = IntStream.range(0, WORKERS).mapToObj((i) -> new Thread(this::serve)).toList();
		threads.forEach(Thread::start);
		long began = System.nanoTime();
		List<Visitor> crowd = IntStream.range(0, CROWD).mapToObj((i) -> arrive()).toList();
		List<Visitor> staying = crowd.stream().filter((visitor) -> visitor.kind != Kind.GONE).toList();
		until(() -> this.left.get() > staying.size() / 3);
		loseEverything(stores);
		until(() -> this.left.get() == staying.size() || System.nanoTime() - began > Duration.ofMinutes(6).toNanos());
		threads.forEach(Thread::interrupt);

		log.info(
				"{} served of {} who stayed, {} of them too late on this machine, {} polls ({} told to come again), most inside {} of {} passes, {} s",
				this.left, staying.size(), this.late, this.polls, this.refused, this.mostInside, this.mostPasses,
				Duration.ofNanos(System.nanoTime() - began).toSeconds());
		assertThat(this.faults.stream().limit(20)).isEmpty();
		assertThat(this.left.get()).isEqualTo(staying.size());
		assertThat(this.mostInside.get()).isLessThanOrEqualTo(CAPACITY);
		assertThat(this.mostPasses).isBetween(CAPACITY / 2L, (long) CAPACITY);
		assertThat(staying).filteredOn((visitor) -> visitor.wasSilent && visitor.admittedInLife >= 0)
			.hasSizeGreaterThan(CROWD / 50);
		IntStream.rangeClosed(0, 1).forEach((number) -> assertInOrder(staying, number));
	}

	private Visitor arrive() {
		int dice = this.random.nextInt(100);
		Kind kind = (dice < 30) ? Kind.GONE : (dice < 35) ? Kind.ASLEEP : (dice < 40) ? Kind.BACK : Kind.AWAKE;
		String token = join(UUID.randomUUID());
		Visitor visitor = new Visitor(kind, token, anyInstance().room.readNumber(token));
		if (kind != Kind.GONE) {
			this.next.add(visitor);
		}
		return visitor;
	}

	/** Tries again, as a member does after a 503. */
	private String join(UUID member) {
		while (true) {
			try {
				return anyInstance().join(this.concert, member);
			}
			catch (RuntimeException failure) {
				if (!StoreOutageDetector.isCauseOf(failure) || this.refused.incrementAndGet() > CROWD) {
					throw failure;
				}
			}
		}
	}

	private void loseEverything(Stores stores) {
		stores.redis().kill();
		this.life++;
		stores.redis().erase();
		stores.redis().start();
	}

	private void serve() {
		try {
			while (true) {
				Visitor visitor = this.next.take();
				visitor.act();
			}
		}
		catch (InterruptedException over) {
			Thread.currentThread().interrupt();
		}
	}

	/** No member was admitted before a present member with a lower number. */
	private static void assertInOrder(List<Visitor> crowd, int life) {
		List<Visitor> admitted = crowd.stream()
			.filter((visitor) -> visitor.admittedInLife == life && !visitor.wasSilent)
			.sorted(Comparator.comparing((Visitor visitor) -> visitor.admittedAt)
				.thenComparing((visitor) -> visitor.number))
			.toList();
		assertThat(admitted).hasSizeGreaterThan(CROWD / 16);
		for (int i = 1; i < admitted.size(); i++) {
			assertThat(admitted.get(i).number).as("the one after number %d", admitted.get(i - 1).number)
				.isGreaterThan(admitted.get(i - 1).number);
		}
	}

	private SimulatedInstance anyInstance() {
		return this.instances.get(ThreadLocalRandom.current().nextInt(this.instances.size()));
	}

	private void fault(String what) {
		synchronized (this.faults) {
			this.faults.add(what);
		}
	}

	/** Waits, and counts the passes in Redis meanwhile. */
	private void until(BooleanSupplier holds) throws InterruptedException {
		while (!holds.getAsBoolean()) {
			Thread.sleep(20);
			try {
				Long passes = this.redis.opsForZSet().zCard("{q:" + this.concert + "}:inside");
				this.mostPasses = Math.max(this.mostPasses, passes);
			}
			catch (RuntimeException away) {
				this.refused.incrementAndGet();
			}
		}
	}

	private enum Kind {

		AWAKE, ASLEEP, BACK, GONE

	}

	/**
	 * One of the crowd, in the order of what is to be done next.
	 */
	private final class Visitor implements Delayed {

		private final Kind kind;

		private final String token;

		private final long number;

		private long position = Long.MAX_VALUE;

		private long admittedAt;

		private int admittedInLife = -1;

		/** Silent members are set aside, and may be admitted later than others. */
		private boolean wasSilent;

		private boolean isInside;

		private boolean isLeaving;

		private long dueAt = System.nanoTime();

		private long askedAt = System.nanoTime();

		Visitor(Kind kind, String token, long number) {
			this.kind = kind;
			this.token = token;
			this.number = number;
			later(ThreadLocalRandom.current().nextLong(ABSENCE.toMillis() / 3));
		}

		void act() {
			try {
				if (this.isInside) {
					leave();
				}
				else {
					ask();
				}
			}
			catch (RuntimeException failure) {
				if (!StoreOutageDetector.isCauseOf(failure)) {
					fault(this.number + ": " + failure);
				}
				SimulationIT.this.refused.incrementAndGet();
				again(500);
			}
		}

		private void ask() {
			SimulationIT.this.polls.incrementAndGet();
			int before = SimulationIT.this.life;
			long asked = this.askedAt;
			this.askedAt = System.nanoTime();
			this.wasSilent |= this.askedAt - asked > ABSENCE.minusSeconds(1).toNanos();
			QueuePlace place = anyInstance().room.look(this.token);
			if (place.status() == PlaceStatus.ADMITTED) {
				comeIn(place, before);
			}
			else if (place.status() == PlaceStatus.WAITING) {
				if (place.position() > this.position) {
					fault("position of %d grew from %d to %d".formatted(this.number, this.position, place.position()));
				}
				this.position = place.position();
				if (this.kind == Kind.BACK && !this.wasSilent) {
					again(ABSENCE.toMillis() * 3 / 2);
					return;
				}
				again((this.kind == Kind.ASLEEP) ? ABSENCE.toMillis() * 7 / 10 : place.pollAfterMs());
			}
			else {
				end(place, System.nanoTime() - asked);
			}
		}

		private void end(QueuePlace place, long nanosSinceAsked) {
			if (nanosSinceAsked < ABSENCE.plus(GRACE).minusMillis(100).toNanos()) {
				fault(this.number + " ended as " + place.status() + " at position " + this.position);
			}
			SimulationIT.this.late.incrementAndGet();
			SimulationIT.this.left.incrementAndGet();
		}

		private void comeIn(QueuePlace place, int life) {
			this.admittedAt = place.admittedAt().toEpochMilli();
			this.admittedInLife = (life == SimulationIT.this.life) ? life : -1;
			this.isInside = true;
			int now = SimulationIT.this.inside.incrementAndGet();
			SimulationIT.this.mostInside.accumulateAndGet(now, Math::max);
			again(ThreadLocalRandom.current().nextLong(50, 300));
		}

		private void leave() {
			if (!this.isLeaving) {
				// before the next one may come in
				this.isLeaving = true;
				SimulationIT.this.inside.decrementAndGet();
			}
			anyInstance().room.leave(this.token);
			SimulationIT.this.left.incrementAndGet();
		}

		private void again(long millis) {
			later(millis);
			SimulationIT.this.next.add(this);
		}

		private void later(long millis) {
			this.dueAt = System.nanoTime() + Duration.ofMillis(millis).toNanos();
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(this.dueAt - System.nanoTime(), TimeUnit.NANOSECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(this.dueAt, ((Visitor) other).dueAt);
		}

	}

}
