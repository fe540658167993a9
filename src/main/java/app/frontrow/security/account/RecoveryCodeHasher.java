package app.frontrow.security.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import app.frontrow.shared.KeyRing;

/**
 * Hashes recovery codes with a key. They are random, so a slow hash would protect them no
 * better.
 */
public final class RecoveryCodeHasher {

	private final List<SecretKeySpec> keys;

	/**
	 * Makes a hasher.
	 * @param purpose of the codes; a code for another purpose has another hash
	 */
	public RecoveryCodeHasher(KeyRing ring, String purpose) {
		this.keys = ring.all()
			.stream()
			.map((entry) -> new SecretKeySpec(entry.key().derive(purpose), "HmacSHA256"))
			.toList();
	}

	/**
	 * Returns the hash of a code, with the current key.
	 * @param code as somebody typed it
	 */
	public String hash(UUID memberId, String code) {
		return hash(this.keys.get(0), memberId, code);
	}

	/** Returns the hashes of a code with the current key and with all accepted ones. */
	public List<String> hashWithAllKeys(UUID memberId, String code) {
		return this.keys.stream().map((key) -> hash(key, memberId, code)).toList();
	}

	private static String hash(SecretKeySpec key, UUID memberId, String code) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			byte[] hash = mac
				.doFinal((memberId + ":" + RecoveryCodeGenerator.normalize(code)).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
