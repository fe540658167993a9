package app.frontrow.members;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import app.frontrow.shared.web.LocalPath;
import app.frontrow.shared.web.SiteCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Where somebody wanted to go when they were asked to log in: a whole page of this site.
 * A form cannot be sent again from its address alone, and a part of a page is no place to
 * arrive at.
 */
class WishCookie implements RequestCache {

	private static final SiteCookie COOKIE = new SiteCookie("frontrow-wish");

	private static final Duration LIFE = Duration.ofHours(1);

	private static final int MAX_LENGTH = 2000;

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		String path = path(request);
		if (isPage(request) && LocalPath.matches(path) && path.length() <= MAX_LENGTH) {
			COOKIE.write(request, response,
					Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8)),
					LIFE);
		}
	}

	@Override
	public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		return wish(request).map(SimpleSavedRequest::new).orElse(null);
	}

	/** Who has arrived there wishes no more. */
	@Override
	public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		if (wish(request).filter(path(request)::equals).isPresent()) {
			removeRequest(request, response);
		}
		return null;
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		if (COOKIE.read(request).isPresent()) {
			COOKIE.clear(request, response);
		}
	}

	private static boolean isPage(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return HttpMethod.GET.matches(request.getMethod()) && request.getHeader("HX-Request") == null
				&& (accepted == null || !accepted.contains(MediaType.APPLICATION_JSON_VALUE));
	}

	private static String path(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURI() + ((query != null) ? "?" + query : "");
	}

	private static Optional<String> wish(HttpServletRequest request) {
		try {
			return COOKIE.read(request)
				.map((value) -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
				.filter(LocalPath::matches);
		}
		catch (IllegalArgumentException tampered) {
			return Optional.empty();
		}
	}

}
