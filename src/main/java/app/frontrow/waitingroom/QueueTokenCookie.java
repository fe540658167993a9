package app.frontrow.waitingroom;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Carries a visitor's queue token between pages: one cookie per concert, out of reach of
 * scripts.
 */
@Component
public class QueueTokenCookie {

	private static final Duration LIFE = Duration.ofHours(12);

	/**
	 * The visitor's token for this concert.
	 */
	public Optional<String> read(HttpServletRequest request, long concertId) {
		return Optional.ofNullable(WebUtils.getCookie(request, name(concertId))).map(Cookie::getValue);
	}

	/**
	 * Keeps the token of this place.
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, QueuePlace place) {
		set(request, response, place.concertId(), place.queueToken(), LIFE);
	}

	/**
	 * Forgets the token for this concert.
	 */
	public void clear(HttpServletRequest request, HttpServletResponse response, long concertId) {
		set(request, response, concertId, "", Duration.ZERO);
	}

	private static void set(HttpServletRequest request, HttpServletResponse response, long concertId, String value,
			Duration life) {
		ResponseCookie cookie = ResponseCookie.from(name(concertId), value)
			.path("/")
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.maxAge(life)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private static String name(long concertId) {
		return "frontrow-queue-" + concertId;
	}

}
