package app.frontrow.waitingroom.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import app.frontrow.shared.MasterKey;

import org.springframework.stereotype.Component;

/**
 * Draws the order of the members who joined before the opening. The seed of a concert is
 * derived from the master key. So it exists before the first member joins, and it is the
 * same on every instance. A changed seed would not match the commitment.
 * {@code docs/fairness.md} explains the rule, so everybody can repeat a draw.
 */
@Component
class DrawAlgorithm {

	private static final HexFormat HEX = HexFormat.of();

	private final byte[] key;

	/**
	 * Derives the key of the draws from the master key.
	 */
	DrawAlgorithm(MasterKey key) {
		this.key = key.derive("frontrow draw");
	}

	/** Returns the concert's seed, 64 hexadecimal digits. It is secret until the draw. */
	String deriveSeed(long concertId) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.key, "HmacSHA256"));
			return HEX.formatHex(mac.doFinal(("frontrow draw " + concertId).getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** Returns the SHA-256 of the seed's digits. It is published before the draw. */
	static String computeCommitment(String seed) {
		return HEX.formatHex(sha256().digest(seed.getBytes(StandardCharsets.US_ASCII)));
	}

	/**
	 * Draws the order. The number with the lowest {@code SHA-256(seed:number)} gets place
	 * 1.
	 * @param entrants how many numbers take part
	 * @return the numbers in the order of their places
	 */
	int[] draw(long concertId, int entrants) {
		String prefix = deriveSeed(concertId) + ":";
		MessageDigest sha256 = sha256();
		byte[][] hashes = new byte[entrants + 1][];
		for (int number = 1; number <= entrants; number++) {
			hashes[number] = sha256.digest((prefix + number).getBytes(StandardCharsets.US_ASCII));
		}
		return IntStream.rangeClosed(1, entrants)
			.boxed()
			.sorted((one, other) -> Arrays.compareUnsigned(hashes[one], hashes[other]))
			.mapToInt(Integer::intValue)
			.toArray();
	}

	/**
	 * Returns where the number stands among all possible hashes, from 0 to 1. About this
	 * part of the numbers draws a lower place.
	 */
	double computeFraction(long concertId, long number) {
		byte[] hash = sha256().digest((deriveSeed(concertId) + ":" + number).getBytes(StandardCharsets.US_ASCII));
		return (ByteBuffer.wrap(hash).getInt() & 0xffffffffL) / (double) (1L << 32);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
