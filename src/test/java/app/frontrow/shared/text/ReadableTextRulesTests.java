package app.frontrow.shared.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadableTextRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "김하늘", "Mina O'Neill <3", "🎫👩‍👩‍👧‍👦", "עברית", "한\u1112\u1161", "\u202Eevil" })
	void readableTextIsAccepted(String text) {
		assertThat(ReadableTextRules.isLine(text)).isTrue();
		assertThat(ReadableTextRules.isLines(text)).isTrue();
	}

	@Test
	void unreadableTextIsRefused() {
		List<String> unreadable = List.of("a\u0000b", "\u001b[31m", "\u007f", "\u0085", "\ud83c", "\udfab\ud83c",
				"\uffff", "\ufdd0", "\ud83f\udffe");

		assertThat(unreadable).noneMatch(ReadableTextRules::isLine).noneMatch(ReadableTextRules::isLines);
	}

	@Test
	void lineEndsAreAllowedOnlyInLines() {
		assertThat(ReadableTextRules.isLines("one\r\n\ttwo")).isTrue();
		assertThat(ReadableTextRules.isLine("one\ntwo")).isFalse();
		assertThat(ReadableTextRules.isLine("one\ttwo")).isFalse();
	}

}
