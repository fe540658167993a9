package app.frontrow.members;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import app.frontrow.shared.error.TooManyRequestsException;

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
public class PasswordConcurrencyLimiter {

	/**
	 * Others have the machine meanwhile. Far more turns a second are left than hashes.
	 */
	private static final Duration PAUSE = Duration.ofMillis(10);

	/** Who would wait longer would find too many waiting for their hash. */
	private static final Duration MAX_WAIT = Duration.ofSeconds(10);

	private static final long RETRY_AFTER_SECONDS = 30;

	private static final ThreadLocal<Semaphore> CURRENT_TURN = new ThreadLocal<>();

	private final Semaphore semaphore;

	private final Duration maxWait;

	@Autowired
	public PasswordConcurrencyLimiter() {
		this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), MAX_WAIT);
	}

	public PasswordConcurrencyLimiter(int atATime, Duration patience) {
		this.semaphore = new Semaphore(atATime, true);
		this.maxWait = patience;
	}

	/**
	 * Works when it is this request's turn.
	 * @throws TooManyRequestsException if the wait is too long
	 */
	public <T> T runInTurn(Supplier<T> work) {
		begin();
		try {
			return work.get();
		}
		finally {
			endTurn();
		}
	}

	private void begin() {
		try {
			if (!this.semaphore.tryAcquire(this.maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new TooManyRequestsException(RETRY_AFTER_SECONDS);
			}
		}
		catch (InterruptedException ending) {
			Thread.currentThread().interrupt();
			throw new TooManyRequestsException(RETRY_AFTER_SECONDS);
		}
		CURRENT_TURN.set(this.semaphore);
		if (this.semaphore.hasQueuedThreads()) {
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/** Ends the turn of this thread's request, if it has one. */
	static void endTurn() {
		Semaphore turns = CURRENT_TURN.get();
		if (turns != null) {
			CURRENT_TURN.remove();
			turns.release();
		}
	}

}
