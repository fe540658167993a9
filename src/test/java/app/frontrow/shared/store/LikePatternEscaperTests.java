package app.frontrow.shared.store;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LikePatternEscaperTests {

	@ParameterizedTest
	@CsvSource({ "은하수, 은하수", "100%, 100!%", "a_b, a!_b", "!, !!", "!%, !!!%", "\\, \\", "'', ''" })
	void wildcardsAreEscaped(String text, String pattern) {
		assertThat(LikePatternEscaper.escape(text)).isEqualTo(pattern);
	}

}
