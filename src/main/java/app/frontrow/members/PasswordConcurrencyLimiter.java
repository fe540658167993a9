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
 * Lets only a few log-ins and sign-ups at a time run their checks before the password
 * hash, in the order of arrival and with a pause after each. Without this limit, hundreds
 * of them at once would use the CPU for seconds and delay polls, holds and payments. A
 * turn begins after the request has been read, so a slow client does not occupy one. It
 * ends when the request waits for the hash.
 */
@Component
public class PasswordConcurrencyLimiter {

	/**
	 * The pause in which other requests use the CPU. It still allows four times as many
	 * turns per second as two cores compute hashes.
	 */
	private static final Duration PAUSE = Duration.ofMillis(40);

	/**
	 * The longest wait for a turn. After a longer wait, too many passwords would wait for
	 * their hash.
	 */
	private static final Duration MAX_WAIT = Duration.ofSeconds(10);

	private static final long RETRY_AFTER_SECONDS = 30;

	private static final ThreadLocal<Semaphore> CURRENT_TURN = new ThreadLocal<>();

	private final Semaphore semaphore;

	private final Duration maxWait;

	@Autowired
	public PasswordConcurrencyLimiter() {
		this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), MAX_WAIT);
	}

	public PasswordConcurrencyLimiter(int maxConcurrent, Duration maxWait) {
		this.semaphore = new Semaphore(maxConcurrent, true);
		this.maxWait = maxWait;
	}

	/**
	 * Waits for the turn of this request and then runs the work.
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
