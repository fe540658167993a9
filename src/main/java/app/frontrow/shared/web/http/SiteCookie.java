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
 * A cookie of this host only. Scripts cannot read it, and the browser does not send it
 * with POST requests of other sites. Over TLS it is {@code Secure} and its name has the
 * prefix {@code __Host-}, so no other host of the domain and no plain connection can set
 * it. A cookie that was set over TLS is not read over a plain connection, and vice versa.
 *
 * @param name the name without the prefix
 */
public record SiteCookie(String name) {

	private static final String HOST_PREFIX = "__Host-";

	private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

	/**
	 * Returns the name that a cookie has over this connection.
	 * @param secure whether the connection uses TLS
	 */
	public static String name(String name, boolean secure) {
		return secure ? HOST_PREFIX + name : name;
	}

	/**
	 * Returns the cookies of the request whose names begin with this text.
	 * @param beginning the start of the names, without the prefix
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
	 * Returns the value of the cookie, if the browser sent it.
	 */
	public Optional<String> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, name(this.name, request.isSecure())))
			.map(Cookie::getValue);
	}

	/**
	 * Stores a value in the browser.
	 * @param life the time after which the browser deletes it
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
	 * Stores a value in the browser until the browser is closed.
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, String value) {
		write(request, response, value, UNTIL_CLOSED);
	}

	/**
	 * Deletes the cookie from the browser.
	 */
	public void clear(HttpServletRequest request, HttpServletResponse response) {
		write(request, response, "", Duration.ZERO);
	}

}
