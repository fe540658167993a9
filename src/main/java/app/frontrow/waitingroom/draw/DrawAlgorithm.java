package app.frontrow.waitingroom.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * Draws the order of the members who joined before the opening. {@code docs/fairness.md}
 * explains the rule, so everybody can repeat a draw.
 */
final class DrawAlgorithm {

	private static final HexFormat HEX = HexFormat.of();

	private DrawAlgorithm() {
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
	static int[] draw(String seed, int entrants) {
		String prefix = seed + ":";
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
	static double computeFraction(String seed, long number) {
		byte[] hash = sha256().digest((seed + ":" + number).getBytes(StandardCharsets.US_ASCII));
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
