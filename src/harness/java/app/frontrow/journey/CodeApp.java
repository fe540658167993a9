package app.frontrow.journey;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;

import app.frontrow.security.totp.TotpAlgorithm;

/**
 * The app on a telephone that makes codes of a secret.
 */
public final class CodeApp {

	private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final int BYTES = 20;

	private final byte[] secret;

	/**
	 * Takes a secret.
	 * @param typed as a page shows it
	 */
	public CodeApp(String typed) {
		BigInteger bits = BigInteger.ZERO;
		for (char letter : typed.toCharArray()) {
			bits = bits.shiftLeft(5).add(BigInteger.valueOf(BASE_32.indexOf(letter)));
		}
		byte[] bytes = bits.toByteArray();
		this.secret = new byte[BYTES];
		byte[] significant = (bytes.length > BYTES) ? Arrays.copyOfRange(bytes, bytes.length - BYTES, bytes.length)
				: bytes;
		System.arraycopy(significant, 0, this.secret, BYTES - significant.length, significant.length);
	}

	/** The code of this half minute. */
	public String code() {
		return code(0);
	}

	/** The code of a half minute that is so many later. */
	public String code(long later) {
		return TotpAlgorithm.code(this.secret, Instant.now().getEpochSecond() / 30 + later);
	}

}
