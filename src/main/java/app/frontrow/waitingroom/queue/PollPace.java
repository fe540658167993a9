package app.frontrow.waitingroom.queue;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import app.frontrow.waitingroom.policy.QueueSettings;

import org.springframework.stereotype.Component;

/**
 * When a waiter is to ask again: seldom far from the front, often near it.
 */
@Component
class PollPace {

	private static final long MIN_INTERVAL_MS = 2_000;

	private static final long MAX_INTERVAL_MS = 30_000;

	/** A tenth of the expected wait. */
	private static final long MILLIS_PER_SECOND_OF_WAIT = 100;

	/** A waiter is to ask at least this often within the time of absence. */
	private static final double POLLS_PER_ABSENCE = 3;

	/**
	 * A near waiter asks within the time to claim a pass, even if everybody ahead
	 * vanishes.
	 */
	private static final double POLLS_PER_CLAIM = 1.5;

	private static final double JITTER = 0.2;

	private final Duration claim;

	private final Duration absence;

	PollPace(QueueSettings settings) {
		this.claim = settings.claim();
		this.absence = settings.absence();
	}

	/** Milliseconds for somebody near the front, who waits for so long. */
	long millisNearFront(double seconds) {
		return jittered(Math.min(this.claim.toMillis() / POLLS_PER_CLAIM, interval(seconds)));
	}

	/** Milliseconds for somebody far from the front, who waits for so long. */
	long millisFarFromFront(double seconds) {
		return jittered(interval(seconds));
	}

	/**
	 * Milliseconds for somebody who waits for the opening: just after it, not all at
	 * once.
	 */
	long millisBeforeOpening(long millisToOpening) {
		long spread = ThreadLocalRandom.current().nextLong(MIN_INTERVAL_MS);
		return Math.min(jittered(longest()), millisToOpening + spread);
	}

	private double interval(double seconds) {
		return Math.min(longest(), Math.max(MIN_INTERVAL_MS, seconds * MILLIS_PER_SECOND_OF_WAIT));
	}

	private double longest() {
		return Math.min(MAX_INTERVAL_MS, this.absence.toMillis() / POLLS_PER_ABSENCE);
	}

	private static long jittered(double interval) {
		return Math.round(interval * (1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER)));
	}

}
