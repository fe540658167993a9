package app.frontrow.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets that the product must read again, so who reads the database cannot use
 * them. A secret belongs to its owner: in another row it cannot be read. It is AES in GCM
 * with a random nonce.
 */
public final class SecretCipher {

	private static final String ALGORITHM = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final List<SecretKeySpec> keys;

	private final SecureRandom random = new SecureRandom();

	/**
	 * Makes a cipher with a key of its own.
	 * @param purpose see {@link MasterKey#derive}
	 */
	public SecretCipher(KeyRing ring, String purpose) {
		this.keys = ring.all().stream().map((entry) -> new SecretKeySpec(entry.key().derive(purpose), "AES")).toList();
	}

	/**
	 * Encrypts a secret with the current key.
	 * @param owner the id of what it belongs to
	 */
	public String encrypt(String owner, byte[] secret) {
		try {
			byte[] nonce = new byte[NONCE_BYTES];
			this.random.nextBytes(nonce);
			byte[] text = cipher(Cipher.ENCRYPT_MODE, this.keys.get(0), owner, nonce).doFinal(secret);
			return Base64.getEncoder()
				.encodeToString(ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array());
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** Returns nothing if the settings do not have the key that encrypted it. */
	public Optional<byte[]> decrypt(String owner, String encrypted) {
		return this.keys.stream().flatMap((key) -> decrypt(key, owner, encrypted).stream()).findFirst();
	}

	private static Optional<byte[]> decrypt(SecretKeySpec key, String owner, String encrypted) {
		try {
			byte[] bytes = Base64.getDecoder().decode(encrypted);
			return Optional.of(cipher(Cipher.DECRYPT_MODE, key, owner, Arrays.copyOf(bytes, NONCE_BYTES)).doFinal(bytes,
					NONCE_BYTES, bytes.length - NONCE_BYTES));
		}
		catch (GeneralSecurityException | IllegalArgumentException unreadable) {
			return Optional.empty();
		}
	}

	private static Cipher cipher(int mode, SecretKeySpec key, String owner, byte[] nonce)
			throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(ALGORITHM);
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
