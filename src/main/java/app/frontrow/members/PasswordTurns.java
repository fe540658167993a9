package app.frontrow.members;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import app.frontrow.shared.TooManyRequestsException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets log-ins and sign-ups do what comes before the hash of the password a few at a
 * time, with a pause after each, in the order in which they came. Hundreds that arrive at
 * once would otherwise take the machine for seconds, while polls, seats and payments wait
 * behind them. A turn ends when its request waits for the hash. It begins when the
 * request has been read, so nobody who sends slowly has one.
 */
@Component
class PasswordTurns {

	/**
	 * Others have the machine meanwhile. Far more turns a second are left than hashes.
	 */
	private static final Duration PAUSE = Duration.ofMillis(10);

	/** Who would wait longer would find too many waiting for their hash. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final long RETRY_AFTER_SECONDS = 30;

	private static final ThreadLocal<Semaphore> HELD = new ThreadLocal<>();

	private final Semaphore turns;

	private final Duration patience;

	@Autowired
	PasswordTurns() {
		this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
	}

	PasswordTurns(int atATime, Duration patience) {
		this.turns = new Semaphore(atATime, true);
		this.patience = patience;
	}

	/**
	 * Works when it is this request's turn.
	 * @throws TooManyRequestsException if the wait is too long
	 */
	<T> T take(Supplier<T> work) {
		begin();
		try {
			return work.get();
		}
		finally {
			end();
		}
	}

	private void begin() {
		try {
			if (!this.turns.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new TooManyRequestsException(RETRY_AFTER_SECONDS);
			}
		}
		catch (InterruptedException ending) {
			Thread.currentThread().interrupt();
			throw new TooManyRequestsException(RETRY_AFTER_SECONDS);
		}
		HELD.set(this.turns);
		if (this.turns.hasQueuedThreads()) {
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/** Ends the turn of this thread's request, if it has one. */
	static void end() {
		Semaphore turns = HELD.get();
		if (turns != null) {
			HELD.remove();
			turns.release();
		}
	}

}
