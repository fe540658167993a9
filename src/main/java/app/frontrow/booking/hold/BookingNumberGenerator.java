package app.frontrow.booking.hold;

import java.security.SecureRandom;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes booking numbers of eight random characters. The alphabet has no characters that
 * look alike. The unique key of the table decides whether a number is free.
 */
@Component
public class BookingNumberGenerator {

	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	private static final int LENGTH = 8;

	private static final int GROUP_LENGTH = 4;

	private final SecureRandom random = new SecureRandom();

	/** Makes a random number, written as people see it, such as {@code ABCD-2345}. */
	public String generate() {
		return format(this.random.ints(LENGTH, 0, ALPHABET.length())
			.mapToObj((index) -> ALPHABET.substring(index, index + 1))
			.collect(Collectors.joining()));
	}

	static String toDatabase(String shown) {
		return shown.replace("-", "");
	}

	/**
	 * Formats a stored number; null stays null, because an older version stores no
	 * number.
	 */
	static @Nullable String fromDatabase(@Nullable String stored) {
		return (stored != null) ? format(stored) : null;
	}

	private static String format(String stored) {
		return stored.substring(0, GROUP_LENGTH) + "-" + stored.substring(GROUP_LENGTH);
	}

}
