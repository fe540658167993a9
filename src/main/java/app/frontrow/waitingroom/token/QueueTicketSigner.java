package app.frontrow.waitingroom.token;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import app.frontrow.shared.KeyRing;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.Contract;
import org.springframework.stereotype.Component;

/**
 * Signs tickets and reads tokens: a JWS with HMAC-SHA-256 (RFC 7515). Every instance with
 * the key makes the same token for the same ticket. A forged or changed token is refused
 * before any store is asked. Verified tokens stay in memory for a minute, because a
 * member sends the same token with every poll.
 *
 * <p>
 * The header names the key if the installation has several. A token that names none may
 * be of any of them: it was made when there was one key.
 */
@Component
public class QueueTicketSigner {

	private static final int MAX_LENGTH = 1024;

	/** This is longer than the longest time between two polls. */
	private static final Duration CACHE_LIFETIME = Duration.ofMinutes(1);

	private static final long MAX_CACHED = 100_000;

	/** The key that signs is the first one. */
	private final List<QueueTokenKey> keys;

	private final Clock clock;

	private final Cache<String, Verified> verifiedTickets = Caffeine.newBuilder()
		.expireAfterAccess(CACHE_LIFETIME)
		.maximumSize(MAX_CACHED)
		.build();

	/**
	 * Makes a signer with keys that are derived from the keys of the installation.
	 */
	public QueueTicketSigner(KeyRing ring, Clock clock) {
		this.keys = ring.all().stream().map(QueueTokenKey::new).toList();
		this.clock = clock;
	}

	/**
	 * Returns the token of the ticket.
	 */
	public String sign(QueueTicket ticket) {
		return this.keys.get(0).sign(payload(ticket), this.keys.size() > 1);
	}

	private static String payload(QueueTicket ticket) {
		return String.format(Locale.ROOT, "{\"sub\":\"%s\",\"concert\":%d,\"seq\":%d,\"iat\":%d}", ticket.memberId(),
				ticket.concertId(), ticket.number(), ticket.issuedAt().getEpochSecond());
	}

	/**
	 * Returns the ticket of the token.
	 * @param token may be null
	 * @throws QueueTokenInvalidException if the token is not one of ours
	 */
	@Contract("null -> fail")
	public QueueTicket read(@Nullable String token) {
		if (token == null || token.length() > MAX_LENGTH) {
			throw new QueueTokenInvalidException();
		}
		Verified known = this.verifiedTickets.getIfPresent(token);
		if (known != null && !known.key().isOver(this.clock.instant())) {
			return known.ticket();
		}
		Verified verified = verify(token);
		this.verifiedTickets.put(token, verified);
		return verified.ticket();
	}

	/**
	 * Returns the ticket of the token, if it belongs to the member.
	 * @param token may be null
	 * @throws QueueTokenInvalidException if the token is not one of ours, or belongs to
	 * another member
	 */
	@Contract("null, _ -> fail")
	public QueueTicket read(@Nullable String token, UUID memberId) {
		QueueTicket ticket = read(token);
		if (!ticket.memberId().equals(memberId)) {
			throw new QueueTokenInvalidException();
		}
		return ticket;
	}

	/**
	 * Returns the ticket of the token, if it belongs to the member and the concert.
	 * @param token may be null
	 * @throws QueueTokenInvalidException if the token is not one of ours, or belongs to
	 * another member
	 * @throws QueueTokenWrongConcertException if it is for another concert
	 */
	@Contract("null, _, _ -> fail")
	public QueueTicket read(@Nullable String token, UUID memberId, long concertId) {
		QueueTicket ticket = read(token, memberId);
		if (ticket.concertId() != concertId) {
			throw new QueueTokenWrongConcertException(concertId);
		}
		return ticket;
	}

	private Verified verify(String token) {
		try {
			JWSObject parsed = QueueTokenKey.parse(token);
			QueueTokenKey key = findSigningKey(parsed);
			QueueTicket ticket = ticket(parsed.getPayload().toJSONObject());
			if (!key.sign(payload(ticket), parsed.getHeader().getKeyID() != null).equals(token)) {
				// base64 can write the same signature in several ways; only one is
				// accepted
				throw new QueueTokenInvalidException();
			}
			return new Verified(ticket, key);
		}
		catch (ParseException | JOSEException | RuntimeException malformed) {
			// a token that cannot be parsed was not made by us
			throw new QueueTokenInvalidException();
		}
	}

	/**
	 * Finds the key that has signed the token.
	 * @throws QueueTokenInvalidException if none of our keys has
	 */
	private QueueTokenKey findSigningKey(JWSObject token) throws JOSEException {
		String id = token.getHeader().getKeyID();
		Instant now = this.clock.instant();
		for (QueueTokenKey key : this.keys) {
			if (!key.isOver(now) && (id == null || id.equals(key.id())) && key.hasSigned(token)) {
				return key;
			}
		}
		throw new QueueTokenInvalidException();
	}

	private static QueueTicket ticket(@Nullable Map<String, Object> claims) throws ParseException {
		String member = (claims != null) ? JSONObjectUtils.getString(claims, "sub") : null;
		if (member == null) {
			throw new QueueTokenInvalidException();
		}
		return new QueueTicket(JSONObjectUtils.getLong(claims, "concert"), UUID.fromString(member),
				JSONObjectUtils.getLong(claims, "seq"), Instant.ofEpochSecond(JSONObjectUtils.getLong(claims, "iat")));
	}

	/**
	 * A ticket, and the key that has signed it.
	 */
	private record Verified(QueueTicket ticket, QueueTokenKey key) {
	}

}
