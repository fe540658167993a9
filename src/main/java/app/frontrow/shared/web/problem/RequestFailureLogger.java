package app.frontrow.shared.web.problem;

import app.frontrow.shared.ThrottledLogger;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.LoggerFactory;

/**
 * Writes down requests that failed. While a store is away a crowd fails, so of each kind
 * of failure some lines a minute are written, and a number.
 */
final class RequestFailureLogger {

	private static final int LINES_A_MINUTE = 60;

	private static final ThrottledLogger LINES = new ThrottledLogger(
			LoggerFactory.getLogger(RequestFailureLogger.class), LINES_A_MINUTE);

	private RequestFailureLogger() {
	}

	/** A store was away. */
	static void logOutage(HttpServletRequest request, Throwable failure) {
		LINES.write("a store is out of reach", (log) -> log.warn("{}: a store is out of reach: {}", name(request),
				ThrottledLogger.sanitize(String.valueOf(failure.getMessage()))));
	}

	/** Nobody foresaw it. */
	static void logUnexpected(HttpServletRequest request, Throwable failure) {
		LINES.write(failure.getClass().getName(), (log) -> log.error("{} failed", name(request), failure));
	}

	private static String name(HttpServletRequest request) {
		return ThrottledLogger.sanitize(request.getMethod() + " " + request.getRequestURI());
	}

}
