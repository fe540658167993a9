package app.frontrow.shared.web.problem;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

import app.frontrow.shared.store.StoreOutageDetector;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns failures of other filters into answers. A store that is not available, for
 * example when the session is read, leads to a 503. A form or query that cannot be parsed
 * leads to a 400, whichever filter parses it. Only the filter that counts requests is
 * around this one; otherwise it would count these answers as 500.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class OutageFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException | ServletException failure) {
			if (response.isCommitted()) {
				throw failure;
			}
			if (isUnreadable(failure)) {
				response.resetBuffer();
				response.sendError(HttpServletResponse.SC_BAD_REQUEST);
				return;
			}
			if (!StoreOutageDetector.isCauseOf(failure)) {
				throw failure;
			}
			RequestFailureLogger.logOutage(request, failure);
			response.resetBuffer();
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(StoreOutageDetector.RETRY_AFTER_SECONDS));
			response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		}
	}

	private static boolean isUnreadable(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.anyMatch(InvalidParameterException.class::isInstance);
	}

}
