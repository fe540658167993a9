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
 * The API knows its session by the bearer token and never looks at a cookie; pages know
 * theirs by cookie and never look at the bearer token. So a page of another site can make
 * no use of a browser's log-in at the API. What is asked again and again, and what speaks
 * when the stores are down, has no session at all.
 */
class CookieOrBearerSessionIdResolver implements HttpSessionIdResolver {

	private static final Pattern WITHOUT_SESSION = Pattern
		.compile("/error|/concerts/[^/]+/queue/place|/api/v1/queue-tokens/current");

	/**
	 * Once a request has its session, the filter would look it up again after the answer
	 * has begun, only to see whether a cookie must be set. That costs a call, and when it
	 * fails it cuts off the answer to something that has been done.
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
