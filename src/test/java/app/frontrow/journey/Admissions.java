package app.frontrow.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Watches in Redis how a queue lets people in, until it is told to stop. Times are
 * milliseconds of that Redis' clock.
 */
final class Admissions implements AutoCloseable {

	/** All in one moment. Redis keeps the times of the latest fifty admissions. */
	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> LOOK = new DefaultRedisScript<>(
			"local t = redis.call('TIME') return { t[1] * 1000 + math.floor(t[2] / 1000), redis.call('ZCARD', KEYS[1]),"
					+ " redis.call('ZCARD', KEYS[2]), redis.call('LRANGE', KEYS[3], 0, -1) }",
			List.class);

	private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(5);

	/** Milliseconds without a look, of which there are a hundred in a second. */
	private static final long STILL = 1_000;

	private final StringRedisTemplate redis;

	private final List<String> keys;

	private final int capacity;

	private final List<Integer> inside = new ArrayList<>();

	/** When there was no room, or nobody to be let in. */
	private final TreeSet<Long> idle = new TreeSet<>();

	private final TreeSet<Long> times = new TreeSet<>();

	/** When nothing could be looked at: the machine stood still, from and until. */
	private final TreeMap<Long, Long> still = new TreeMap<>();

	private long lookedAt = Long.MAX_VALUE;

	private final CompletableFuture<Void> watching;

	private volatile boolean over;

	Admissions(StringRedisTemplate redis, long concert, int capacity) {
		this.redis = redis;
		this.keys = List.of("inside", "waiting", "admissions")
			.stream()
			.map((part) -> "{q:" + concert + "}:" + part)
			.toList();
		this.capacity = capacity;
		this.watching = CompletableFuture.runAsync(() -> {
			while (!this.over) {
				tryToLook();
				LockSupport.parkNanos(BETWEEN_LOOKS);
			}
		});
	}

	/** Watches no longer. */
	@Override
	public void close() {
		this.over = true;
		this.watching.join();
	}

	/** How many were inside, each time it was looked. */
	List<Integer> inside() {
		return this.inside;
	}

	/**
	 * The longest time between two admissions within this time while there was room, and
	 * somebody to be let in; without the time that the machine stood still.
	 */
	long longestGap(long from, long to) {
		Collection<Long> within = new ArrayList<>(this.times.tailSet(from, true).headSet(to, true));
		within.add(this.times.ceiling(to) != null ? this.times.ceiling(to) : this.times.last());
		long before = (this.times.lower(from) != null) ? this.times.lower(from) : this.times.first();
		long longest = 0;
		for (long time : within) {
			Long idleUntil = this.idle.lower(time);
			long start = Math.max(before, (idleUntil != null) ? idleUntil : before);
			longest = Math.max(longest, time - start - still(start, time));
			before = time;
		}
		return longest;
	}

	/** The longest of all. */
	long longestGap() {
		return longestGap(this.times.first(), this.times.last());
	}

	private long still(long from, long to) {
		return this.still.entrySet()
			.stream()
			.mapToLong((pause) -> Math.max(0, Math.min(to, pause.getValue()) - Math.max(from, pause.getKey())))
			.sum();
	}

	/** On a busy machine Redis may be late; the next look makes up for it. */
	private void tryToLook() {
		try {
			look();
		}
		catch (DataAccessException late) {
			// its times are still there
		}
	}

	private void look() {
		List<?> seen = this.redis.execute(LOOK, this.keys);
		long now = (Long) seen.get(0);
		int passes = ((Long) seen.get(1)).intValue();
		this.inside.add(passes);
		if (now - this.lookedAt > STILL) {
			this.still.put(this.lookedAt, now);
		}
		this.lookedAt = now;
		if (passes >= this.capacity || (Long) seen.get(2) == 0) {
			this.idle.add(now);
		}
		((List<?>) seen.get(3)).forEach((time) -> this.times.add(Long.valueOf((String) time)));
	}

}
