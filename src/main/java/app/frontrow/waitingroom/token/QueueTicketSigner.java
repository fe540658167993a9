package app.frontrow.waitingroom.token;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import app.frontrow.shared.MasterKey;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;

import org.springframework.stereotype.Component;

/**
 * Signs tickets and reads tokens: a JWS with HMAC-SHA-256 (RFC 7515). Every instance with
 * the key makes the same token for the same ticket. A forged or changed token is refused
 * before any store is asked. Verified tokens stay in memory for a minute, because a
 * member sends the same token with every poll.
 */
@Component
public class QueueTicketSigner {

	private static final int MAX_LENGTH = 1024;

	/** This is longer than the longest time between two polls. */
	private static final Duration CACHE_LIFETIME = Duration.ofMinutes(1);

	private static final long MAX_CACHED = 100_000;

	private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

	private final MACSigner signer;

	private final MACVerifier verifier;

	private final Cache<String, QueueTicket> verifiedTickets = Caffeine.newBuilder()
		.expireAfterAccess(CACHE_LIFETIME)
		.maximumSize(MAX_CACHED)
		.build();

	/**
	 * Makes a signer with a key that is derived from the master key.
	 */
	public QueueTicketSigner(MasterKey key) throws JOSEException {
		byte[] secret = key.derive("frontrow queue token");
		this.signer = new MACSigner(secret);
		this.verifier = new MACVerifier(secret);
	}

	/**
	 * Returns the token of the ticket.
	 */
	public String sign(QueueTicket ticket) {
		String payload = String.format(Locale.ROOT, "{\"sub\":\"%s\",\"concert\":%d,\"seq\":%d,\"iat\":%d}",
				ticket.memberId(), ticket.concertId(), ticket.number(), ticket.issuedAt().getEpochSecond());
		try {
			JWSObject token = new JWSObject(HEADER, new Payload(payload));
			token.sign(this.signer);
			return token.serialize();
		}
		catch (JOSEException unusable) {
			throw new IllegalStateException("frontrow.token-key cannot sign", unusable);
		}
	}

	/**
	 * Returns the ticket of the token.
	 * @param token may be null
	 * @throws QueueTokenInvalidException if the token is not one of ours
	 */
	public QueueTicket read(String token) {
		if (token == null || token.length() > MAX_LENGTH) {
			throw new QueueTokenInvalidException();
		}
		QueueTicket known = this.verifiedTickets.getIfPresent(token);
		if (known != null) {
			return known;
		}
		QueueTicket ticket = verify(token);
		this.verifiedTickets.put(token, ticket);
		return ticket;
	}

	/**
	 * Returns the ticket of the token, if it belongs to the member.
	 * @param token may be null
	 * @throws QueueTokenInvalidException if the token is not one of ours, or belongs to
	 * another member
	 */
	public QueueTicket read(String token, UUID memberId) {
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
	public QueueTicket read(String token, UUID memberId, long concertId) {
		QueueTicket ticket = read(token, memberId);
		if (ticket.concertId() != concertId) {
			throw new QueueTokenWrongConcertException(concertId);
		}
		return ticket;
	}

	private QueueTicket verify(String token) {
		try {
			JWSObject parsed = JWSObject.parse(token);
			if (!JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm()) || !parsed.verify(this.verifier)) {
				throw new QueueTokenInvalidException();
			}
			QueueTicket ticket = ticket(parsed.getPayload().toJSONObject());
			if (!sign(ticket).equals(token)) {
				// base64 can write the same signature in several ways; only one is
				// accepted
				throw new QueueTokenInvalidException();
			}
			return ticket;
		}
		catch (ParseException | JOSEException | RuntimeException malformed) {
			// a token that cannot be parsed was not made by us
			throw new QueueTokenInvalidException();
		}
	}

	private static QueueTicket ticket(Map<String, Object> claims) throws ParseException {
		String member = (claims != null) ? JSONObjectUtils.getString(claims, "sub") : null;
		if (member == null) {
			throw new QueueTokenInvalidException();
		}
		return new QueueTicket(JSONObjectUtils.getLong(claims, "concert"), UUID.fromString(member),
				JSONObjectUtils.getLong(claims, "seq"), Instant.ofEpochSecond(JSONObjectUtils.getLong(claims, "iat")));
	}

}
