package app.frontrow.shared;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes ids for rows of large tables: UUIDs of version 7 (RFC 9562), whose first 48 bits
 * are the milliseconds since 1970. New rows come to the end of an index, not to random
 * places of it. The other 74 bits are random, so nobody can guess the id of a row. They
 * are not secret: an id tells when its row was made.
 */
public final class TimeOrderedUuid {

	private static final long VERSION = 0x7000;

	private static final long VARIANT = 0x8000_0000_0000_0000L;

	private static final SecureRandom RANDOM = new SecureRandom();

	private TimeOrderedUuid() {
	}

	/** Returns a new id. Those of the same millisecond have no order. */
	public static UUID next() {
		return at(System.currentTimeMillis());
	}

	static UUID at(long millis) {
		long high = millis << 16 | VERSION | RANDOM.nextInt(1 << 12);
		return new UUID(high, VARIANT | RANDOM.nextLong() >>> 2);
	}

}
