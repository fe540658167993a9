package app.frontrow.members;

import app.frontrow.rules.ProvesRule;
import app.frontrow.security.SecurityConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class LongPasswordBcryptEncoderTests {

	private final PasswordEncoder passwords = new SecurityConfiguration().passwordEncoder();

	@Test
	@ProvesRule(rule = "Every character of a password counts", guard = "LongPasswordBcryptEncoder",
			brokenBy = "leaving out the digest, so that 72 bytes count")
	void everyCharacterCounts() {
		String password = "🎫".repeat(128);
		String hash = this.passwords.encode(password);

		assertThat(hash).startsWith("{bcrypt-hmac-sha384}$2a$10$").hasSizeLessThan(200).isASCII();
		assertThat(this.passwords.matches(password, hash)).isTrue();
		assertThat(this.passwords.matches("🎫".repeat(127) + "🎬", hash)).isFalse();
		assertThat(this.passwords.matches("🎫".repeat(18), hash)).isFalse();
	}

	@Test
	void spacesAndCaseCount() {
		String hash = this.passwords.encode(" Correct horse ");

		assertThat(this.passwords.matches("Correct horse", hash)).isFalse();
		assertThat(this.passwords.matches(" correct horse ", hash)).isFalse();
	}

	@Test
	@ProvesRule(rule = "A letter of a password is the same, however it is typed", guard = "LongPasswordBcryptEncoder",
			brokenBy = "leaving out NFC")
	void unicodeFormOfALetterDoesNotMatter() {
		String hash = this.passwords.encode("\uac01".repeat(8));

		assertThat(this.passwords.matches("\u1100\u1161\u11a8".repeat(8), hash)).isTrue();
	}

	@Test
	void longestPasswordMatchesInDecomposedForm() {
		String hash = this.passwords.encode("\uac01".repeat(128));

		assertThat(this.passwords.matches("\u1100\u1161\u11a8".repeat(128), hash)).isTrue();
	}

	/** Ordering so many marks would take hours. */
	@Test
	@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
	void tooLongPasswordIsRefused() {
		String hash = this.passwords.encode("correct horse");

		assertThat(this.passwords.matches("e" + "\u0315\u0300".repeat(5_000_000), hash)).isFalse();
	}

	@Test
	@ProvesRule(rule = "Password hashes that the platform made still match", guard = "SecurityConfiguration",
			brokenBy = "using the other encoder")
	void hashesOfSpringStillMatch() {
		String hash = "{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG";

		assertThat(this.passwords.matches("password", hash)).isTrue();
		assertThat(this.passwords.matches("passwore", hash)).isFalse();
		assertThat(this.passwords.matches("correct horse", "{noop}correct horse")).isTrue();
	}

}
