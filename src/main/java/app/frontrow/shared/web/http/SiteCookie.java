package app.frontrow.shared.web.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie of this host alone: out of reach of scripts, and not sent along with posts of
 * other sites. Over TLS it is {@code Secure} and its name has the prefix {@code __Host-},
 * so that no other host of the domain and no plain connection can plant it. The name
 * depends on the request: what a visit over the other kind of connection has left behind
 * is never looked at.
 *
 * @param name without prefix
 */
public record SiteCookie(String name) {

	private static final String HOST_PREFIX = "__Host-";

	private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

	/**
	 * The name that a cookie has over this connection.
	 * @param secure whether the connection is by TLS
	 */
	public static String name(String name, boolean secure) {
		return secure ? HOST_PREFIX + name : name;
	}

	/**
	 * The cookies of the browser whose names begin like this.
	 * @param beginning of the names, without prefix
	 */
	public static List<SiteCookie> findByPrefix(String beginning, HttpServletRequest request) {
		String shown = name(beginning, request.isSecure());
		Cookie[] cookies = (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
		return Arrays.stream(cookies)
			.map(Cookie::getName)
			.filter((name) -> name.startsWith(shown))
			.map((name) -> new SiteCookie(beginning + name.substring(shown.length())))
			.distinct()
			.toList();
	}

	/**
	 * What the visitor's browser keeps.
	 */
	public Optional<String> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, name(this.name, request.isSecure())))
			.map(Cookie::getValue);
	}

	/**
	 * Has the browser keep a value.
	 * @param life for how long
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
		ResponseCookie cookie = ResponseCookie.from(name(this.name, request.isSecure()), value)
			.path("/")
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.maxAge(life)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	/**
	 * Has the browser keep a value until it is closed.
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, String value) {
		write(request, response, value, UNTIL_CLOSED);
	}

	/**
	 * Has the browser forget it.
	 */
	public void clear(HttpServletRequest request, HttpServletResponse response) {
		write(request, response, "", Duration.ZERO);
	}

}
