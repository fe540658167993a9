package app.frontrow.shared.web;

import app.frontrow.shared.RepeatedLines;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.LoggerFactory;

/**
 * Writes down requests that failed. While a store is away a crowd fails, so of each kind
 * of failure some lines a minute are written, and a number.
 */
final class FailureLog {

	private static final int LINES_A_MINUTE = 60;

	private static final RepeatedLines LINES = new RepeatedLines(LoggerFactory.getLogger(FailureLog.class),
			LINES_A_MINUTE);

	private FailureLog() {
	}

	/** A store was away. */
	static void outage(HttpServletRequest request, Throwable failure) {
		LINES.write("a store is out of reach", (log) -> log.warn("{}: a store is out of reach: {}", name(request),
				RepeatedLines.bounded(String.valueOf(failure.getMessage()))));
	}

	/** Nobody foresaw it. */
	static void unforeseen(HttpServletRequest request, Throwable failure) {
		LINES.write(failure.getClass().getName(), (log) -> log.error("{} failed", name(request), failure));
	}

	private static String name(HttpServletRequest request) {
		return RepeatedLines.bounded(request.getMethod() + " " + request.getRequestURI());
	}

}
