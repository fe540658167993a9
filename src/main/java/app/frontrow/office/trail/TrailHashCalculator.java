package app.frontrow.office.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Calculates the hash that ties an entry to the one before. Each field is written with
 * its length, so two different entries never have the same text.
 */
final class TrailHashCalculator {

	/** The hash that the first entry uses as the hash of the entry before it. */
	static final String FIRST = "0".repeat(64);

	private TrailHashCalculator() {
	}

	/**
	 * Calculates the hash of an entry from all its fields except {@code hash}.
	 * @param previous the hash of the entry before it
	 */
	static String calculate(String previous, TrailEntry entry) {
		List<Object> fields = Arrays.asList(previous, entry.number(), entry.at(), entry.memberId(), entry.username(),
				entry.roles(), entry.what(), entry.subject(), entry.concertId(), entry.before(), entry.after(),
				entry.reason());
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Object field : fields) {
				byte[] text = (field != null) ? field.toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
				String length = ((field != null) ? text.length : -1) + ":";
				digest.update(length.getBytes(StandardCharsets.US_ASCII));
				digest.update(text);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
