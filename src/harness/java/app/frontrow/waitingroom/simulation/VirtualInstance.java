package app.frontrow.waitingroom.simulation;

import java.util.Random;
import java.util.function.LongConsumer;

import app.frontrow.waitingroom.memory.EarlyPresence;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.queue.StepSchedule;
import app.frontrow.waitingroom.queue.StepSchedule.Turn;

/**
 * One instance: its snapshot, its tick, and whom it has seen before the opening.
 */
class VirtualInstance {

	private static final int MEMBERS_PER_CALL = 500;

	private static final int TICK_MS = 225;

	private static final int JITTER_MS = 50;

	private static final long MAX_AGE_MS = 1_000;

	private final StepSchedule schedule;

	private final EarlyPresence presence;

	private final Random random;

	private QueueSnapshot snapshot;

	private long snapshotAt;

	private long nextTickAt;

	/**
	 * The millisecond of the last call for near polls; polls of one moment share a call.
	 */
	private long lastCallAt;

	VirtualInstance(StepSchedule schedule, Agenda agenda, Random random) {
		this.schedule = schedule;
		this.presence = new EarlyPresence(() -> agenda.now() * 1_000_000);
		this.random = random;
		this.nextTickAt = random.nextInt(TICK_MS);
	}

	/** Returns whether a tick is due, and sets the time of the next one. */
	boolean isTickDue(long now) {
		if (now < this.nextTickAt) {
			return false;
		}
		this.nextTickAt = now + TICK_MS + this.random.nextInt(JITTER_MS);
		return true;
	}

	Turn turn(long now) {
		return (this.snapshot != null) ? this.schedule.decide(now - this.snapshotAt, this.snapshot.isIdle()) : Turn.OWN;
	}

	void learn(QueueSnapshot latest, long now) {
		this.snapshot = latest;
		this.snapshotAt = now;
	}

	/** Returns the snapshot, if it may be shown; otherwise null. */
	QueueSnapshot fresh(long now) {
		return (now - this.snapshotAt <= MAX_AGE_MS) ? this.snapshot : null;
	}

	EarlyPresence presence() {
		return this.presence;
	}

	/** Tells Redis who has polled, and returns the number of calls. */
	int sendPresence(LongConsumer number) {
		int calls = 0;
		while (this.presence.hasPending()) {
			this.presence.take(MEMBERS_PER_CALL).forEach((ticket) -> number.accept(ticket.number()));
			calls++;
		}
		return calls;
	}

	/** Returns whether a near poll at this time makes a call of its own. */
	boolean startsCall(long now) {
		boolean starts = now != this.lastCallAt;
		this.lastCallAt = now;
		return starts;
	}

}
