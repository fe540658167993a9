package app.frontrow.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One secret key of the settings. It is used only to derive one key per purpose. An
 * attacker who learns a derived key cannot compute the other keys or this one.
 */
public final class MasterKey {

	private static final int ID_BYTES = 6;

	private final byte[] key;

	/**
	 * Decodes the key of the settings.
	 * @param tokenKey base64 of at least 32 random bytes
	 */
	public MasterKey(String tokenKey) {
		this.key = Base64.getDecoder().decode(tokenKey);
	}

	/** Returns a public name of this key. It tells nothing about the key. */
	public String id() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(derive("key id"), ID_BYTES));
	}

	/**
	 * Derives the key for one purpose. It is the same on every instance. It is the first
	 * 32 bytes of HKDF-Expand with SHA-256 (RFC 5869, section 2.3). The step HKDF-Extract
	 * is not needed, because the secret key is random.
	 * @param purpose the name of the purpose; each purpose has a different name
	 */
	public byte[] derive(String purpose) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.key, "HmacSHA256"));
			mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
			mac.update((byte) 1);
			return mac.doFinal();
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
