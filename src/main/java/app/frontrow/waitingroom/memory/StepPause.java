package app.frontrow.waitingroom.memory;

import java.time.Duration;

/**
 * A pause of the steps in one queue. It begins when Redis says that the queue belongs to
 * a later concert. An instance that has read that concert makes a new memory, without a
 * pause.
 */
public class StepPause {

	private static final Duration LENGTH = Duration.ofSeconds(1);

	private volatile boolean begun;

	private volatile long begunAt;

	/** Begins the pause, or begins it again. */
	public void begin() {
		this.begunAt = System.nanoTime();
		this.begun = true;
	}

	public boolean isActive() {
		return this.begun && System.nanoTime() - this.begunAt < LENGTH.toNanos();
	}

}
