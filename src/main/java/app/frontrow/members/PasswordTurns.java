package app.frontrow.members;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.web.ApiPaths;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/**
 * Lets log-ins and sign-ups do what comes before the hash of the password a few at a
 * time, with a pause after each, in the order in which they came. Hundreds that arrive at
 * once would otherwise take the machine for seconds, while polls, seats and payments wait
 * behind them. A turn ends when its request waits for the hash.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class PasswordTurns implements Filter {

	private static final Set<String> PATHS = Set.of("/login", "/signup", ApiPaths.V1 + "/sessions",
			ApiPaths.V1 + "/members");

	/**
	 * Others have the machine meanwhile. Far more turns a second are left than hashes.
	 */
	private static final Duration PAUSE = Duration.ofMillis(10);

	/** Proxies give up after a minute. */
	private static final Duration PATIENCE = Duration.ofSeconds(50);

	private static final int RETRY_AFTER_SECONDS = 30;

	private static final ThreadLocal<Semaphore> HELD = new ThreadLocal<>();

	private final Semaphore turns;

	private final Duration patience;

	PasswordTurns() {
		this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
	}

	PasswordTurns(int atATime, Duration patience) {
		this.turns = new Semaphore(atATime, true);
		this.patience = patience;
	}

	/** Ends the turn of this thread's request, if it has one. */
	static void end() {
		Semaphore turns = HELD.get();
		if (turns != null) {
			HELD.remove();
			turns.release();
		}
	}

	/**
	 * Waits for a turn where one is needed. Who waits too long is told to come later, as
	 * by {@link BoundedPasswordEncoder}.
	 */
	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (needsAHash((HttpServletRequest) request) && !begin()) {
			HttpServletResponse refused = (HttpServletResponse) response;
			refused.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
			refused.sendError(ErrorCode.TOO_MANY_REQUESTS.status().value());
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			end();
		}
	}

	private static boolean needsAHash(HttpServletRequest request) {
		return "POST".equals(request.getMethod()) && PATHS.contains(request.getRequestURI());
	}

	private boolean begin() {
		try {
			if (!this.turns.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS)) {
				return false;
			}
			HELD.set(this.turns);
			if (this.turns.hasQueuedThreads()) {
				LockSupport.parkNanos(PAUSE.toNanos());
			}
			return true;
		}
		catch (InterruptedException ending) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
