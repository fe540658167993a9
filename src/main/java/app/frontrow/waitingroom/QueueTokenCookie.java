package app.frontrow.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.web.http.SiteCookie;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.token.QueueTicket;
import app.frontrow.waitingroom.token.QueueTicketSigner;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Keeps a visitor's queue tokens in the browser: one cookie per concert, which scripts
 * cannot read. The number of these cookies is limited, and a log-out deletes them. A
 * member who loses a cookie joins again and gets the same place.
 */
@Component
public class QueueTokenCookie implements LogoutHandler {

	/**
	 * A token has about 200 bytes. So all of them take less than 2 KB. Common proxies
	 * allow 8 KB for all cookies.
	 */
	static final int MAX_COOKIES = 8;

	private static final String PREFIX = "frontrow-queue-";

	private static final Duration COOKIE_LIFETIME = Duration.ofHours(12);

	private static final Duration LIFETIME_AFTER_END = Duration.ofMinutes(10);

	private final QueueTicketSigner signer;

	QueueTokenCookie(QueueTicketSigner signer) {
		this.signer = signer;
	}

	/**
	 * Returns the member's token for this concert. It ignores a token of another member
	 * who used this browser before. It does not ask Redis.
	 */
	public Optional<String> read(HttpServletRequest request, long concertId, UUID memberId) {
		return read(request, concertId)
			.filter((token) -> ticket(token).filter((ticket) -> ticket.concertId() == concertId)
				.filter((ticket) -> ticket.memberId().equals(memberId))
				.isPresent());
	}

	/**
	 * Returns the token for this concert, of any member.
	 */
	public Optional<String> read(HttpServletRequest request, long concertId) {
		return cookie(concertId).read(request);
	}

	/**
	 * All tokens of this member. No store is asked.
	 */
	public List<String> findAll(HttpServletRequest request, UUID memberId) {
		return SiteCookie.findByPrefix(PREFIX, request)
			.stream()
			.flatMap((cookie) -> cookie.read(request).stream())
			.filter((token) -> ticket(token).filter((ticket) -> ticket.memberId().equals(memberId)).isPresent())
			.toList();
	}

	/**
	 * Stores the token of this place. If there are too many cookies, it deletes those of
	 * the oldest places.
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, QueuePlace place) {
		SiteCookie cookieToWrite = cookie(place.concertId());
		List<SiteCookie> others = SiteCookie.findByPrefix(PREFIX, request)
			.stream()
			.filter((cookie) -> !cookie.equals(cookieToWrite))
			.sorted(Comparator.comparing((cookie) -> issuedAt(cookie, request, place.memberId())))
			.toList();
		others.stream()
			.limit(Math.max(0, others.size() + 1 - MAX_COOKIES))
			.forEach((cookie) -> cookie.clear(request, response));
		cookieToWrite.write(request, response, place.queueToken(), COOKIE_LIFETIME);
	}

	/**
	 * Deletes the token for this concert.
	 */
	public void clear(HttpServletRequest request, HttpServletResponse response, long concertId) {
		cookie(concertId).clear(request, response);
	}

	/**
	 * Lets the token of an ended place expire after some minutes. Until then pages can
	 * say how the place ended.
	 */
	public void clearSoon(HttpServletRequest request, HttpServletResponse response, long concertId) {
		read(request, concertId)
			.ifPresent((token) -> cookie(concertId).write(request, response, token, LIFETIME_AFTER_END));
	}

	/**
	 * Deletes all tokens at log-out, because another member may use this browser next.
	 */
	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
		SiteCookie.findByPrefix(PREFIX, request).forEach((cookie) -> cookie.clear(request, response));
	}

	/**
	 * Returns when the place was issued. A cookie without a valid token of this member
	 * counts as the oldest.
	 */
	private Instant issuedAt(SiteCookie cookie, HttpServletRequest request, UUID memberId) {
		return cookie.read(request)
			.flatMap(this::ticket)
			.filter((ticket) -> ticket.memberId().equals(memberId))
			.map(QueueTicket::issuedAt)
			.orElse(Instant.MIN);
	}

	private Optional<QueueTicket> ticket(String token) {
		try {
			return Optional.of(this.signer.read(token));
		}
		catch (QueueTokenInvalidException notOurs) {
			return Optional.empty();
		}
	}

	private static SiteCookie cookie(long concertId) {
		return new SiteCookie(PREFIX + concertId);
	}

}
