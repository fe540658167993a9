package app.frontrow.shared.web.problem;

import app.frontrow.shared.ThrottledLogger;
import app.frontrow.shared.error.NotReadyException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;

/**
 * Logs requests that failed. Very many requests fail while a store is not available. So
 * it writes a few lines a minute for each kind of failure, and the number of the others.
 */
final class RequestFailureLogger {

	private static final int LINES_A_MINUTE = 60;

	private static final ThrottledLogger LINES = new ThrottledLogger(
			LoggerFactory.getLogger(RequestFailureLogger.class), LINES_A_MINUTE);

	private RequestFailureLogger() {
	}

	/**
	 * Logs a failure because a store was not available. The reason of a
	 * {@link NotReadyException} is in the log already.
	 */
	static void logOutage(HttpServletRequest request, Throwable failure) {
		if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof NotReadyException) {
			return;
		}
		LINES.write("a store is out of reach", (log) -> log.warn("{}: a store is out of reach: {}", name(request),
				ThrottledLogger.sanitize(String.valueOf(failure.getMessage()))));
	}

	/** Logs an unexpected failure with its stack trace. */
	static void logUnexpected(HttpServletRequest request, Throwable failure) {
		LINES.write(failure.getClass().getName(), (log) -> log.error("{} failed", name(request), failure));
	}

	/**
	 * Logs that the answer had the status 500, with the class of its cause.
	 * @param failure the cause; null if it is not known
	 */
	static void logInternalError(HttpServletRequest request, Throwable failure) {
		String cause = (failure != null) ? NestedExceptionUtils.getMostSpecificCause(failure).getClass().getName()
				: "the cause is not known here";
		LINES.write("status 500", (log) -> log.warn("{} was answered with 500: {}", name(request), cause));
	}

	private static String name(HttpServletRequest request) {
		return ThrottledLogger.sanitize(request.getMethod() + " " + request.getRequestURI());
	}

}
