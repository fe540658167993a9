package app.frontrow.members;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import app.frontrow.shared.InvalidInputException.Violation;

/**
 * Which passwords a member may choose.
 */
final class PasswordRules {

	private static final int MIN_LENGTH = 8;

	/** What bcrypt, the platform's default encoder, can take in. */
	private static final int MAX_BYTES = 72;

	private PasswordRules() {
	}

	/**
	 * The rule that the password breaks, if any.
	 * @param field the name of the field as the caller knows it
	 * @param password as it was typed; null is too short
	 * @param names the member's user name and display name
	 */
	static Optional<Violation> violation(String field, String password, String... names) {
		boolean good = password != null && password.codePointCount(0, password.length()) >= MIN_LENGTH
				&& password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
		return good ? Optional.empty() : Optional.of(new Violation(field, "password", List.of()));
	}

}
