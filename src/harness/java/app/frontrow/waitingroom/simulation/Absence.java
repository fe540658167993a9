package app.frontrow.waitingroom.simulation;

import java.util.function.IntConsumer;

import app.frontrow.waitingroom.policy.QueueSettings;

/**
 * Decides when nobody waits any more for members of a {@link VirtualQueue} who do not
 * ask, as the scripts do.
 */
class Absence {

	private static final int SWEEP_BATCH = 500;

	private static final long OUTAGE_MS = 5_000;

	private final long absence;

	private final long band;

	private final Places places;

	private long nextSweepEnd;

	private long sweepEnd;

	private long sweptUpTo;

	private long startedAt;

	private long lastStepAt;

	private long ignoredUntil;

	Absence(QueueSettings settings, Places places) {
		this.absence = settings.absence().toMillis();
		this.band = settings.bandWidth(settings.admissionsPerSecond());
		this.places = places;
		this.nextSweepEnd = this.band;
	}

	/** A new absence time begins. */
	void restart(long now, long front) {
		this.nextSweepEnd = front + this.band;
		this.startedAt = now;
		this.sweepEnd = this.sweptUpTo;
	}

	/** Notes a step. Returns whether nobody could ask for a while before it. */
	boolean endsOutage(long now, long front) {
		boolean outage = this.lastStepAt > 0 && now - this.lastStepAt > OUTAGE_MS;
		if (outage) {
			this.ignoredUntil = now + this.absence;
			restart(now, front);
		}
		this.lastStepAt = now;
		return outage;
	}

	boolean counts(long now) {
		return now >= this.ignoredUntil;
	}

	/** Finds places whose members had a whole absence time to register. */
	void sweep(long now, long front, long lastNumber, IntConsumer absent) {
		if (now - this.startedAt >= this.absence) {
			this.sweepEnd = this.nextSweepEnd;
			this.nextSweepEnd = front + this.band;
			this.startedAt = now;
		}
		this.sweptUpTo = Math.max(this.sweptUpTo, front);
		long last = Math.min(Math.min(this.sweepEnd, lastNumber), this.sweptUpTo + SWEEP_BATCH);
		for (int place = (int) this.sweptUpTo + 1; place <= last; place++) {
			if (this.places.isUnknown(place)) {
				absent.accept(place);
			}
		}
		this.sweptUpTo = Math.max(this.sweptUpTo, last);
	}

}
