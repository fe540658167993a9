package app.frontrow.shared.text;

import java.text.Normalizer.Form;
import java.util.List;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.InvalidInputException.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "김하늘", "Zo\u00eb", "\u1112\u1161\u11ab", "مينا", "\u05e2\u05d1\u05e8", "क्षि", "♥", "!",
			"1\ufe0f\u20e3", "👩\u200d👩\u200d👧", "❤\ufe0f", "🫠", "🏴\udb40\udc67\udb40\udc7f", "a\u3164" })
	void visibleNameIsAccepted(String name) {
		assertThat(NameRules.violation("name", name)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\u00a0", "\u2003", "\u2028", "\u3000", "\u200b", "\u200c\u200d", "\ufeff", "\u2060",
			"\u3164", "\u115f", "\u1160", "\uffa0", "\u2800", "\u00ad", "\u034f", "\ufe0f", "\u180e", "\u17b4",
			"\u0301", "\u20e3", "\u200f", "\u202e\u202c", "\udb40\udc61", "\udb40\udd00", " \u3164\u200b\u2800 " })
	@ProvesRule(rule = "A name shows at least one character", guard = "NameRules.violation",
			brokenBy = "refusing only empty names")
	void invisibleNameIsRefused(String name) {
		assertThat(NameRules.violation("name", name)).contains(new Violation("name", "invisible", List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069",
			"\u200e", "\u200f", "\u061c" })
	@ProvesRule(rule = "A name does not change the direction of the text around it", guard = "NameRules.violation",
			brokenBy = "leaving out TURNING")
	void nameWithDirectionMarksIsRefused(String sign) {
		Violation direction = new Violation("name", "direction", List.of());

		assertThat(NameRules.violation("name", "Mina" + sign)).contains(direction);
		assertThat(NameRules.violation("name", sign + "하늘")).contains(direction);
		assertThat(NameRules.violation("name", "a" + sign + "b")).contains(direction);
	}

	@Test
	void nameIsNormalized() {
		assertThat(NameRules.normalized(" \u1112\u1161\u11ab강 ", 40, Form.NFC)).isEqualTo("한강");
		assertThat(NameRules.normalized("e\u0301", 40, Form.NFC)).isEqualTo("\u00e9");
		assertThat(NameRules.normalized("\u3000Ｍｉｎａ\u00a0", 40, Form.NFKC)).isEqualTo("Mina");
		assertThat(NameRules.normalized("\uff76\uff9e", 40, Form.NFKC)).isEqualTo("\u30ac");
	}

	@Test
	void longestNameIsNormalizedFromEveryForm() {
		assertThat(NameRules.normalized("\u1112\u1161\u11ab".repeat(40), 40, Form.NFC)).isEqualTo("한".repeat(40));
	}

	/** Ordering so many marks would take hours. */
	@Test
	@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
	void tooLongTextIsNotNormalized() {
		String marks = "e" + "\u0315\u0300".repeat(5_000_000);

		assertThat(NameRules.normalized(marks, 200, Form.NFC)).isEqualTo(marks);
	}

}
