package app.frontrow.security.totp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import app.frontrow.shared.MasterKey;

import org.springframework.stereotype.Component;

/**
 * Encrypts the secrets of apps, so who reads the database can make no codes. A secret
 * belongs to its member: in another row it cannot be read.
 */
@Component
public class TotpSecretCipher {

	private static final String ALGORITHM = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;

	private final SecretKeySpec proposalKey;

	private final SecureRandom random = new SecureRandom();

	TotpSecretCipher(MasterKey master) {
		this.key = new SecretKeySpec(master.derive("staff-totp-secrets"), "AES");
		this.proposalKey = new SecretKeySpec(master.derive("staff-totp-proposals"), "HmacSHA256");
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
		try {
			byte[] nonce = new byte[NONCE_BYTES];
			this.random.nextBytes(nonce);
			byte[] text = cipher(Cipher.ENCRYPT_MODE, memberId, nonce).doFinal(secret);
			return Base64.getEncoder()
				.encodeToString(ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array());
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** Returns nothing if the signing key is another one than when it was encrypted. */
	public Optional<byte[]> decrypt(UUID memberId, String encrypted) {
		byte[] bytes = Base64.getDecoder().decode(encrypted);
		try {
			return Optional.of(cipher(Cipher.DECRYPT_MODE, memberId, Arrays.copyOf(bytes, NONCE_BYTES)).doFinal(bytes,
					NONCE_BYTES, bytes.length - NONCE_BYTES));
		}
		catch (GeneralSecurityException unreadable) {
			return Optional.empty();
		}
	}

	private Cipher cipher(int mode, UUID memberId, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(ALGORITHM);
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(memberId.toString().getBytes(StandardCharsets.US_ASCII));
		return cipher;
	}

}
