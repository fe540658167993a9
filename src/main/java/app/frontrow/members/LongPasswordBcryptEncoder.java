package app.frontrow.members;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Hashes passwords with bcrypt. Bcrypt reads only 72 bytes, which are 24 Korean letters.
 * So this class first makes a digest of the password, of 64 ASCII characters. The digest
 * has a key of its own, so digests that leaked elsewhere cannot be used here. A letter
 * that Unicode can write in two ways (각 is one character or three) gives the same hash.
 */
public class LongPasswordBcryptEncoder extends AbstractValidatingPasswordEncoder {

	private static final SecretKeySpec DIGEST_KEY = new SecretKeySpec(
			"frontrow.password".getBytes(StandardCharsets.US_ASCII), "HmacSHA384");

	private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

	@Override
	protected String encodeNonNullPassword(String password) {
		return this.bcrypt.encode(digest(password));
	}

	@Override
	protected boolean matchesNonNull(String password, String encoded) {
		return this.bcrypt.matches(digest(password), encoded);
	}

	@Override
	protected boolean upgradeEncodingNonNull(String encoded) {
		return this.bcrypt.upgradeEncoding(encoded);
	}

	private static String digest(String password) {
		String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
		try {
			Mac mac = Mac.getInstance("HmacSHA384");
			mac.init(DIGEST_KEY);
			return Base64.getEncoder().encodeToString(mac.doFinal(composed.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
