package app.frontrow.security.session;

import java.util.List;
import java.util.regex.Pattern;

import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.BearerTokenReader;
import app.frontrow.shared.web.http.SiteCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Finds the session of a request. For the API it reads only the bearer token, for pages
 * only the cookie. So a page of another site cannot use a browser's log-in at the API.
 * The addresses that clients poll and the error page have no session, so they cost no
 * call to Redis and work during an outage.
 */
class CookieOrBearerSessionIdResolver implements HttpSessionIdResolver {

	private static final Pattern WITHOUT_SESSION = Pattern
		.compile("/error|/concerts/[^/]+/queue/place|/api/v1/queue-tokens/current");

	/**
	 * Marks a request whose session id was already read. Spring Session reads the session
	 * a second time while the answer is written, to see whether it must set a cookie.
	 * That costs a call to Redis. If the call fails, it breaks the answer to a request
	 * that has succeeded.
	 */
	private static final String SESSION_ID_RESOLVED = CookieOrBearerSessionIdResolver.class.getName();

	private static final String COOKIE_WRITTEN = CookieOrBearerSessionIdResolver.class.getName() + ".written";

	private static final SiteCookie COOKIE = new SiteCookie("frontrow-session");

	@Override
	public List<String> resolveSessionIds(HttpServletRequest request) {
		if (WITHOUT_SESSION.matcher(request.getRequestURI()).matches()) {
			return List.of();
		}
		if (!ApiPaths.matches(request)) {
			return COOKIE.read(request).map(List::of).orElse(List.of());
		}
		if (request.getAttribute(SESSION_ID_RESOLVED) != null) {
			return List.of();
		}
		request.setAttribute(SESSION_ID_RESOLVED, Boolean.TRUE);
		return BearerTokenReader.read(request).map(List::of).orElse(List.of());
	}

	@Override
	public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
		if (!ApiPaths.matches(request) && !sessionId.equals(request.getAttribute(COOKIE_WRITTEN))) {
			request.setAttribute(COOKIE_WRITTEN, sessionId);
			COOKIE.write(request, response, sessionId);
		}
	}

	@Override
	public void expireSession(HttpServletRequest request, HttpServletResponse response) {
		if (!ApiPaths.matches(request)) {
			COOKIE.clear(request, response);
		}
	}

}
