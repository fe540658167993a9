package app.frontrow.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import app.frontrow.shared.web.http.LocalPathRules;
import app.frontrow.shared.web.http.SiteCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Keeps the address that a visitor returns to after the log-in. It is always a whole page
 * of this site. If a form or an htmx request needed the log-in, it is the page that
 * contains the form or fragment. The form itself is not sent again.
 */
class LoginRedirectCookie implements RequestCache {

	private static final SiteCookie COOKIE = new SiteCookie("frontrow-return-to");

	private static final Duration COOKIE_LIFETIME = Duration.ofHours(1);

	private static final int MAX_LENGTH = 2000;

	private static final Pattern LOG_IN = Pattern.compile("/(login|signup|reset)\\b.*");

	private static final Pattern SEAT_MAP = Pattern.compile("/shows/\\d+/seats(\\?.*)?");

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		page(request).filter(LoginRedirectCookie::isPlaceToReturnTo)
			.ifPresent((path) -> COOKIE.write(request, response,
					Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8)),
					COOKIE_LIFETIME));
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		return saved(request).map(SimpleSavedRequest::new).orElse(null);
	}

	/** Deletes the cookie when the visitor has returned to the page. */
	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		if (saved(request).filter(path(request)::equals).isPresent()) {
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

	private static boolean isPlaceToReturnTo(String path) {
		return LocalPathRules.matches(path) && path.length() <= MAX_LENGTH && !LOG_IN.matcher(path).matches();
	}

	/** Returns the page that the visitor sees, or the page that the request asks for. */
	private static Optional<String> page(HttpServletRequest request) {
		if (request.getHeader("HX-Request") != null) {
			return path(request.getHeader("HX-Current-URL"), request);
		}
		if (HttpMethod.POST.matches(request.getMethod())) {
			return form(request);
		}
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		boolean whole = accepted == null || !accepted.contains(MediaType.APPLICATION_JSON_VALUE);
		return (whole && HttpMethod.GET.matches(request.getMethod())) ? Optional.of(path(request)) : Optional.empty();
	}

	/**
	 * The page that a form names, otherwise the page on which it stands. Without a
	 * referrer, the address of each form leads to its page. Ticked seats stay ticked.
	 */
	private static Optional<String> form(HttpServletRequest request) {
		Optional<String> named = Optional.ofNullable(request.getParameter("afterLogin"))
			.filter(LoginRedirectCookie::isPlaceToReturnTo);
		String[] seats = request.getParameterValues("seatNumbers");
		return named.or(() -> path(request.getHeader(HttpHeaders.REFERER), request))
			.or(() -> Optional.of(path(request)))
			.map((page) -> (seats != null && SEAT_MAP.matcher(page).matches())
					? page.replaceFirst("\\?.*", "") + "?seats=" + String.join(",", seats) : page);
	}

	private static String path(HttpServletRequest request) {
		return path(request.getRequestURI(), request.getQueryString());
	}

	/** Returns path and query if the address belongs to this site. */
	private static Optional<String> path(String address, HttpServletRequest request) {
		try {
			return Optional.ofNullable(address)
				.map(URI::create)
				.filter((page) -> request.getServerName().equalsIgnoreCase(page.getHost()))
				.map((page) -> path(page.getRawPath(), page.getRawQuery()))
				.filter(LoginRedirectCookie::isPlaceToReturnTo);
		}
		catch (IllegalArgumentException unreadable) {
			return Optional.empty();
		}
	}

	private static String path(String path, @Nullable String query) {
		return path + ((query != null) ? "?" + query : "");
	}

	private static Optional<String> saved(HttpServletRequest request) {
		try {
			return COOKIE.read(request)
				.map((value) -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
				.filter(LocalPathRules::matches);
		}
		catch (IllegalArgumentException tampered) {
			return Optional.empty();
		}
	}

}
