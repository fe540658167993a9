package app.frontrow.waitingroom.queue;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import app.frontrow.waitingroom.policy.QueueSettings;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calculates how long a client waits until its next poll: long if the place is far from
 * the front, short if it is near.
 */
@Component
public class PollIntervalPolicy {

	private static final long MIN_INTERVAL_MS = 2_000;

	private static final long MAX_INTERVAL_MS = 30_000;

	/**
	 * Members who will probably be near the front all poll within this time after the
	 * opening.
	 */
	private static final long NEAR_SPREAD_MS = 4_000;

	/** They poll once more in this last time before the opening. */
	private static final long LAST_LOOK_MS = 8_000;

	/** An interval of 0 would make a client ask without end. */
	private static final long MIN_BEFORE_OPENING_MS = 100;

	/** The interval is a tenth of the expected wait, so 100 ms per second. */
	private static final long MILLIS_PER_SECOND_OF_WAIT = 100;

	/** A member polls at least this often within the absence time. */
	private static final double POLLS_PER_ABSENCE = 3;

	/**
	 * A member near the front polls within the claim time, even if everybody ahead
	 * leaves.
	 */
	private static final double POLLS_PER_CLAIM = 1.5;

	private static final double JITTER = 0.2;

	private final Duration claim;

	private final Duration absence;

	private final Supplier<? extends RandomGenerator> random;

	/** Intervals that fit these settings. */
	@Autowired
	public PollIntervalPolicy(QueueSettings settings) {
		this(settings, ThreadLocalRandom::current);
	}

	/** Intervals that fit these settings, with random numbers from this source. */
	PollIntervalPolicy(QueueSettings settings, Supplier<? extends RandomGenerator> random) {
		this.claim = settings.claim();
		this.absence = settings.absence();
		this.random = random;
	}

	/** The interval for a member near the front with this expected wait. */
	long millisNearFront(double seconds) {
		return jittered(Math.min(this.claim.toMillis() / POLLS_PER_CLAIM, interval(seconds)));
	}

	/** The interval for a member far from the front with this expected wait. */
	long millisFarFromFront(double seconds) {
		return jittered(interval(seconds));
	}

	/**
	 * The interval for a member who waits for the opening. All members poll once within
	 * the longest interval after it, and those who will be near the front in the first
	 * seconds of it. So the crowd does not come at once. Who will be near depends on how
	 * many others come until then. So members who may be near poll again just before the
	 * opening.
	 * @param near whether the member will be near the front if nobody else comes
	 */
	long millisBeforeOpening(long millisToOpening, boolean near) {
		RandomGenerator random = this.random.get();
		long usual = jittered(longest());
		if (usual < millisToOpening) {
			return usual;
		}
		if (near && millisToOpening > LAST_LOOK_MS) {
			return millisToOpening - random.nextLong(MIN_INTERVAL_MS, LAST_LOOK_MS);
		}
		long spread = random.nextLong(near ? Math.min(NEAR_SPREAD_MS, longestMillis()) : longestMillis());
		return Math.max(MIN_BEFORE_OPENING_MS, millisToOpening + spread);
	}

	/** Returns the shortest interval near the front. */
	public long shortestMillis() {
		return MIN_INTERVAL_MS;
	}

	/** Returns the longest interval. */
	public long longestMillis() {
		return Math.round(longest());
	}

	private double interval(double seconds) {
		return Math.min(longest(), Math.max(MIN_INTERVAL_MS, seconds * MILLIS_PER_SECOND_OF_WAIT));
	}

	private double longest() {
		return Math.min(MAX_INTERVAL_MS, this.absence.toMillis() / POLLS_PER_ABSENCE);
	}

	private long jittered(double interval) {
		return Math.round(interval * (1 + this.random.get().nextDouble(-JITTER, JITTER)));
	}

}
