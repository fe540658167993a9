package app.frontrow.members;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import app.frontrow.shared.error.TooManyRequestsException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords on its own threads, which use at most a sixth of the CPU time. A hash
 * is slow on purpose. Without this limit, many log-ins at once would use all cores and
 * delay polls, holds and payments. Requests wait in the order of their arrival.
 */
public class BoundedPasswordEncoder implements PasswordEncoder, DisposableBean {

	/** Hashing may use this part of the CPU time: one divided by this number. */
	private static final int CPU_FRACTION = 6;

	private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

	/** Two cores hash about this many passwords within {@link #MAX_WAIT}. */
	private static final int MAX_WAITING = 250;

	/** This is less than a minute, after which many proxies end a request. */
	private static final Duration MAX_WAIT = Duration.ofSeconds(50);

	private static final long RETRY_AFTER_SECONDS = 30;

	private final PasswordEncoder passwords;

	private final ThreadPoolExecutor threads;

	/**
	 * While passwords wait, a thread rests after each hash: this factor times its CPU
	 * time.
	 */
	private final double restFactor;

	public BoundedPasswordEncoder(PasswordEncoder passwords) {
		this(passwords, Runtime.getRuntime().availableProcessors(), MAX_WAITING);
	}

	public BoundedPasswordEncoder(PasswordEncoder passwords, int cores, int maxWaiting) {
		this.passwords = passwords;
		int size = Math.max(1, cores / CPU_FRACTION);
		this.restFactor = Math.max(0, (double) CPU_FRACTION * size / cores - 1);
		this.threads = new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(maxWaiting),
				new CustomizableThreadFactory("password-"));
		this.threads.allowCoreThreadTimeOut(true);
	}

	/**
	 * Hashes a password.
	 * @throws TooManyRequestsException if too many are waiting, or the wait is too long
	 */
	@Override
	public String encode(@Nullable CharSequence password) {
		return take(() -> this.passwords.encode(password));
	}

	/**
	 * Returns whether the password matches the hash. A text that is longer than any
	 * allowed password is not hashed.
	 * @throws TooManyRequestsException if too many are waiting, or the wait is too long
	 */
	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
		return !PasswordRules.isTooLong(password) && take(() -> this.passwords.matches(password, encoded));
	}

	@Override
	public boolean upgradeEncoding(@Nullable String encoded) {
		return this.passwords.upgradeEncoding(encoded);
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

	private <T> T take(Callable<T> work) {
		FutureTask<T> task = new FutureTask<>(work);
		PasswordConcurrencyLimiter.endTurn();
		try {
			this.threads.execute(() -> runAndRest(task));
			return task.get(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException | TimeoutException crowded) {
			task.cancel(false);
			throw new TooManyRequestsException(RETRY_AFTER_SECONDS);
		}
		catch (InterruptedException ending) {
			task.cancel(false);
			Thread.currentThread().interrupt();
			throw new TooManyRequestsException(RETRY_AFTER_SECONDS);
		}
		catch (ExecutionException failure) {
			if (failure.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(failure.getCause());
		}
	}

	private void runAndRest(FutureTask<?> task) {
		long begin = CPU.getCurrentThreadCpuTime();
		task.run();
		if (!this.threads.getQueue().isEmpty()) {
			LockSupport.parkNanos((long) (this.restFactor * (CPU.getCurrentThreadCpuTime() - begin)));
		}
	}

}
