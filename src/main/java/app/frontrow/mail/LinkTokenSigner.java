package app.frontrow.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import app.frontrow.shared.KeyRing;
import app.frontrow.shared.MasterKey;

import org.springframework.stereotype.Component;

/**
 * Makes and checks tokens for links in mails. A token is an id and the keyed hash of the
 * id. The database contains only the id. So a person who can only read the database or
 * the outbox cannot make a token.
 */
@Component
public class LinkTokenSigner {

	private static final int ID_LENGTH = 36;

	private final KeyRing keys;

	private final Clock clock;

	LinkTokenSigner(KeyRing keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * Makes the token.
	 * @param purpose what it is for; a token fits no other purpose
	 */
	public String sign(String purpose, UUID id) {
		return sign(this.keys.current(), purpose, id);
	}

	/**
	 * Returns the id of a token, if it was made here for this purpose.
	 * @param token as it came in a request
	 */
	public Optional<UUID> verify(String purpose, String token) {
		try {
			UUID id = UUID.fromString(token.substring(0, Math.min(ID_LENGTH, token.length())));
			byte[] given = token.getBytes(StandardCharsets.UTF_8);
			return this.keys.verifyingKeys(this.clock.instant())
				.anyMatch(
						(key) -> MessageDigest.isEqual(sign(key, purpose, id).getBytes(StandardCharsets.UTF_8), given))
								? Optional.of(id) : Optional.empty();
		}
		catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}

	private static String sign(MasterKey key, String purpose, UUID id) {
		return id + "." + hash(key, purpose, id);
	}

	private static String hash(MasterKey key, String purpose, UUID id) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key.derive("mail-links"), "HmacSHA256"));
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal((purpose + ":" + id).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
