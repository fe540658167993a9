package app.frontrow.waitingroom.queue;

import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.policy.QueueSettings;

import org.springframework.stereotype.Component;

/**
 * Decides which queues an instance steps at a tick. The instances share the steps of
 * queues with members. But each of them steps a queue that it has not heard of for half a
 * second, so that no snapshot gets a second old. A queue without members takes a step now
 * and then only.
 */
@Component
public class StepSchedule {

	/** A queue with members takes a step this often, on some instance. */
	public static final long SHARED_INTERVAL_MS = 225;

	/**
	 * A near poll has taken a step, too. So right after it no other is needed.
	 */
	private static final long FRESH_MS = 200;

	/** Two ticks more, and a snapshot would be a second old. */
	private static final long OWN_INTERVAL_MS = 450;

	private static final long MAX_IDLE_INTERVAL_MS = 2_000;

	/** More than this part of the absence time without a step counts as an outage. */
	private static final int IDLE_STEPS_PER_ABSENCE = 4;

	private final long idleIntervalMs;

	/** A schedule that fits these settings. */
	public StepSchedule(QueueSettings settings) {
		this.idleIntervalMs = Math.min(MAX_IDLE_INTERVAL_MS, settings.absence().toMillis() / IDLE_STEPS_PER_ABSENCE);
	}

	/** Decides about the next step of the queue that this instance remembers. */
	Turn decide(QueueMemory memory) {
		if (memory.stepPause().isActive()) {
			return Turn.NONE;
		}
		QueueSnapshot latest = memory.latestSnapshot();
		return (latest != null) ? decide(memory.snapshotAgeMillis(), latest.isIdle()) : Turn.OWN;
	}

	/**
	 * Decides about the next step of a queue.
	 * @param ageMillis age of this instance's snapshot
	 * @param idle whether nobody waits or is inside, as far as is known here
	 */
	public Turn decide(long ageMillis, boolean idle) {
		if (idle) {
			return (ageMillis >= this.idleIntervalMs) ? Turn.OWN : Turn.NONE;
		}
		if (ageMillis >= OWN_INTERVAL_MS) {
			return Turn.OWN;
		}
		return (ageMillis >= FRESH_MS) ? Turn.SHARED : Turn.NONE;
	}

	/**
	 * Who takes the next step.
	 */
	public enum Turn {

		/** Nobody needs it yet. */
		NONE,

		/** The first instance that claims it. */
		SHARED,

		/** This instance, because it needs the snapshot. */
		OWN

	}

}
