package app.frontrow.booking.payment;

import java.security.SecureRandom;

import org.springframework.stereotype.Component;

/**
 * Makes ticket codes of 80 random bits, in groups of four characters. The alphabet
 * (Crockford's base 32) has no letters that look like digits.
 */
@Component
public class TicketCodeGenerator {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int GROUP_COUNT = 4;

	private static final int GROUP_LENGTH = 4;

	private final SecureRandom random = new SecureRandom();

	public String generate() {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < GROUP_COUNT * GROUP_LENGTH; i++) {
			if (i > 0 && i % GROUP_LENGTH == 0) {
				code.append('-');
			}
			code.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return code.toString();
	}

}
