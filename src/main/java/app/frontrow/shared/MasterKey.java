package app.frontrow.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The product's only key, of which each purpose has a key of its own: whoever learns one
 * of these learns neither the others nor the product's key.
 */
@ConfigurationProperties("frontrow")
public final class MasterKey {

	private final byte[] key;

	/**
	 * The key of the settings.
	 * @param tokenKey base64 of at least 32 random bytes
	 */
	public MasterKey(String tokenKey) {
		this.key = Base64.getDecoder().decode(tokenKey);
	}

	/**
	 * The key for one purpose, the same on every instance: the first 32 bytes of
	 * HKDF-Expand with SHA-256 (RFC 5869, section 2.3). The extraction is left out, since
	 * the product's key is random already.
	 * @param purpose no two purposes have the same name
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
