package app.frontrow.security.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import app.frontrow.shared.MasterKey;

/**
 * Hashes recovery codes with a key. They are random, so a slow hash would protect them no
 * better.
 */
public final class RecoveryCodeHasher {

	private final SecretKeySpec key;

	/**
	 * Makes a hasher.
	 * @param purpose of the codes; a code for another purpose has another hash
	 */
	public RecoveryCodeHasher(MasterKey master, String purpose) {
		this.key = new SecretKeySpec(master.derive(purpose), "HmacSHA256");
	}

	/**
	 * Returns the hash of a code.
	 * @param code as somebody typed it
	 */
	public String hash(UUID memberId, String code) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			byte[] hash = mac
				.doFinal((memberId + ":" + RecoveryCodeGenerator.normalize(code)).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
