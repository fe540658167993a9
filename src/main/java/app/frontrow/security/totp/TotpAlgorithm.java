package app.frontrow.security.totp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calculates the codes of an authenticator app (RFC 6238): six digits, a new code every
 * 30 seconds, HMAC-SHA-1. Many apps support no other hash. Collisions of SHA-1 do no harm
 * in an HMAC.
 */
public final class TotpAlgorithm {

	/** RFC 4226, section 4: at least 128 bits; 160 are recommended. */
	static final int SECRET_BYTES = 20;

	/** How far the clock of a telephone may be wrong, in steps. */
	private static final int TOLERANCE = 1;

	private static final long STEP_SECONDS = 30;

	private static final int MODULUS = 1_000_000;

	private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private TotpAlgorithm() {
	}

	/** Returns whether the text has the form of such a code. The code may be wrong. */
	public static boolean isCode(String typed) {
		return digits(typed).matches("[0-9]{6}");
	}

	/**
	 * Finds the step of the code. It compares all steps in constant time.
	 * @return empty if the code is wrong
	 */
	public static OptionalLong findStep(byte[] secret, String typed, Instant now) {
		byte[] wanted = digits(typed).getBytes(StandardCharsets.UTF_8);
		long current = now.getEpochSecond() / STEP_SECONDS;
		return LongStream.rangeClosed(current - TOLERANCE, current + TOLERANCE)
			.filter((step) -> MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), wanted))
			.max();
	}

	/** Calculates the code of a step. */
	public static String code(byte[] secret, long step) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(secret, "HmacSHA1"));
			byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
			int offset = hash[hash.length - 1] & 0xf;
			int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
			return String.format(Locale.ROOT, "%06d", number % MODULUS);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** Writes a secret in base 32 without padding (RFC 4648), for people and apps. */
	public static String toBase32(byte[] secret) {
		StringBuilder text = new StringBuilder();
		int bits = 0;
		int waiting = 0;
		for (byte octet : secret) {
			bits = (bits << 8 | octet & 0xff) & 0xfff;
			waiting += 8;
			while (waiting >= 5) {
				waiting -= 5;
				text.append(BASE_32.charAt(bits >> waiting & 0x1f));
			}
		}
		if (waiting > 0) {
			text.append(BASE_32.charAt(bits << 5 - waiting & 0x1f));
		}
		return text.toString();
	}

	private static String digits(String typed) {
		return typed.replaceAll("\\s", "");
	}

}
