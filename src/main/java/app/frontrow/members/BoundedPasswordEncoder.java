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

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords on threads of its own, which take a sixth of the machine at most. A
 * hash is slow on purpose, so a crowd that logs in would otherwise take every core from
 * those who poll, choose seats and pay. Requests wait in the order in which they came.
 */
public class BoundedPasswordEncoder implements PasswordEncoder, DisposableBean {

	/** One of so many parts of the machine is for hashing. */
	private static final int CPU_FRACTION = 6;

	private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

	/** About as many as two cores hash while the last one is patient. */
	private static final int MAX_WAITING = 250;

	/** Proxies give up after a minute. */
	private static final Duration MAX_WAIT = Duration.ofSeconds(50);

	private static final long RETRY_AFTER_SECONDS = 30;

	private final PasswordEncoder passwords;

	private final ThreadPoolExecutor threads;

	/** A thread rests so many times as long as it worked, while others wait. */
	private final double restFactor;

	public BoundedPasswordEncoder(PasswordEncoder passwords) {
		this(passwords, Runtime.getRuntime().availableProcessors(), MAX_WAITING);
	}

	public BoundedPasswordEncoder(PasswordEncoder passwords, int cores, int mostWaiting) {
		this.passwords = passwords;
		int size = Math.max(1, cores / CPU_FRACTION);
		this.restFactor = Math.max(0, (double) CPU_FRACTION * size / cores - 1);
		this.threads = new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(mostWaiting),
				new CustomizableThreadFactory("password-"));
		this.threads.allowCoreThreadTimeOut(true);
	}

	/**
	 * Hashes a password.
	 * @throws TooManyRequestsException if too many are waiting, or the wait is too long
	 */
	@Override
	public String encode(CharSequence password) {
		return take(() -> this.passwords.encode(password));
	}

	/**
	 * Whether the password is the one that was hashed; one that is longer than any
	 * password is not looked at.
	 * @throws TooManyRequestsException if too many are waiting, or the wait is too long
	 */
	@Override
	public boolean matches(CharSequence password, String encoded) {
		return !PasswordRules.isTooLong(password) && take(() -> this.passwords.matches(password, encoded));
	}

	@Override
	public boolean upgradeEncoding(String encoded) {
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
