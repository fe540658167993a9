package app.frontrow.waitingroom;

import java.time.Duration;
import java.util.Optional;

import app.frontrow.shared.web.SiteCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

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
		return cookie(concertId).read(request);
	}

	/**
	 * Keeps the token of this place.
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, QueuePlace place) {
		cookie(place.concertId()).write(request, response, place.queueToken(), LIFE);
	}

	/**
	 * Forgets the token for this concert.
	 */
	public void clear(HttpServletRequest request, HttpServletResponse response, long concertId) {
		cookie(concertId).clear(request, response);
	}

	private static SiteCookie cookie(long concertId) {
		return new SiteCookie("frontrow-queue-" + concertId);
	}

}
