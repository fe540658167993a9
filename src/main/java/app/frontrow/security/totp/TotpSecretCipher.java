package app.frontrow.security.totp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import app.frontrow.shared.KeyRing;
import app.frontrow.shared.SecretCipher;

import org.springframework.stereotype.Component;

/**
 * Makes the secrets of authenticator apps, and encrypts them for the database.
 */
@Component
public class TotpSecretCipher {

	private final SecretCipher cipher;

	private final SecretKeySpec proposalKey;

	TotpSecretCipher(KeyRing ring) {
		this.cipher = new SecretCipher(ring, "staff-totp-secrets");
		this.proposalKey = new SecretKeySpec(ring.current().derive("staff-totp-proposals"), "HmacSHA256");
	}

	/**
	 * The secret that a session is offered. It is the same at each look, and no store
	 * keeps it.
	 */
	public byte[] propose(UUID memberId, String sessionId) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.proposalKey);
			byte[] hash = mac.doFinal((memberId + ":" + sessionId).getBytes(StandardCharsets.UTF_8));
			return Arrays.copyOf(hash, TotpAlgorithm.SECRET_BYTES);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** Encrypts the secret of a member. */
	public String encrypt(UUID memberId, byte[] secret) {
		return this.cipher.encrypt(memberId.toString(), secret);
	}

	/** Returns nothing if the signing key is another one than when it was encrypted. */
	public Optional<byte[]> decrypt(UUID memberId, String encrypted) {
		return this.cipher.decrypt(memberId.toString(), encrypted);
	}

}
