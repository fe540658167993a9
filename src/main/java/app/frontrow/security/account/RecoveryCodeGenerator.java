package app.frontrow.security.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * Makes recovery codes: 80 random bits in letters and digits that are not mistaken for
 * one another (Crockford's base 32), in groups of four.
 */
@Component
public class RecoveryCodeGenerator {

	/** How many codes somebody gets at a time. */
	public static final int CODES = 8;

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 16;

	private static final String GROUPS = "(.{4})(?!$)";

	private final SecureRandom random = new SecureRandom();

	/** Makes as many codes as somebody gets at a time. */
	public List<String> generate() {
		return Stream.generate(this::one).limit(CODES).toList();
	}

	private String one() {
		return this.random.ints(LENGTH, 0, ALPHABET.length())
			.mapToObj((index) -> ALPHABET.substring(index, index + 1))
			.collect(Collectors.joining())
			.replaceAll(GROUPS, "$1-");
	}

	/**
	 * A code as it is compared: people leave out hyphens and mistake letters for digits.
	 */
	public static String normalize(String typed) {
		return typed.toUpperCase(Locale.ROOT)
			.replaceAll("[^0-9A-Z]", "")
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1');
	}

}
