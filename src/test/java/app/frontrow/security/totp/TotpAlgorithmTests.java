package app.frontrow.security.totp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TotpAlgorithmTests {

	private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

	/** The last six digits of the codes in appendix B of RFC 6238. */
	@ParameterizedTest
	@CsvSource({ "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
			"20000000000, 353130" })
	void codesAreThoseOfTheRfc(long second, String code) {
		assertThat(TotpAlgorithm.code(SECRET, second / 30)).isEqualTo(code);
		assertThat(TotpAlgorithm.findStep(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
	}

	@Test
	@ProvesRule(rule = "A code of an app holds for its half minute, the one before and the one after",
			guard = "TotpAlgorithm.findStep", brokenBy = "tolerating two steps")
	void codeHoldsForOneStepMore() {
		Instant now = Instant.ofEpochSecond(1_234_567_890);
		long step = now.getEpochSecond() / 30;
		for (long offset = -3; offset <= 3; offset++) {
			assertThat(TotpAlgorithm.findStep(SECRET, TotpAlgorithm.code(SECRET, step + offset), now).isPresent())
				.as("step %d", offset)
				.isEqualTo(Math.abs(offset) <= 1);
		}
		assertThat(TotpAlgorithm.findStep(SECRET, "", now)).isEmpty();
		assertThat(TotpAlgorithm.findStep(SECRET, "005 924", now)).hasValue(step);
	}

	/** As in section 10 of RFC 4648, without padding. */
	@ParameterizedTest
	@CsvSource({ "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI" })
	void secretIsWrittenInBase32(String secret, String text) {
		assertThat(TotpAlgorithm.toBase32(secret.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
	}

}
