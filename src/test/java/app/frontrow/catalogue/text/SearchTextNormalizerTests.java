package app.frontrow.catalogue.text;

import java.text.Normalizer;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTextNormalizerTests {

	@ParameterizedTest
	@CsvSource({ "Okto SÓLVEIG, oktosolveig", "ÅNGSTRÖM, angstrom", "İstanbul, istanbul", "은하수 투어, 은하수투어", "ガラス, ガラス",
			"100%_!, 100%_!", "🎻 Violin, 🎻violin", "한강의 밤, 한강의밤", "Straße, strasse", "ΟΔΟΣ, οδοσ", "ὁδός, οδοσ",
			"Ｎｉｇｈｔ　２０３０, night2030", "ｶﾞﾗｽ, ガラス", "ﬁnale, finale", "ISTANBUL, istanbul", "ı, i" })
	@ProvesRule(rule = "A concert is found by letters in full width", guard = "SearchTextNormalizer.fold",
			brokenBy = "using NFD instead of NFKD")
	void caseAccentsAndWidthAreIgnored(String typed, String folded) {
		assertThat(SearchTextNormalizer.normalizeQuery(typed)).isEqualTo(folded);
		assertThat(SearchTextNormalizer.normalizeQuery(Normalizer.normalize(typed, Normalizer.Form.NFD)))
			.isEqualTo(folded);
		assertThat(SearchTextNormalizer.normalizeQuery(Normalizer.normalize(typed, Normalizer.Form.NFC)))
			.isEqualTo(folded);
	}

	@Test
	void blankTextIsEmpty() {
		assertThat(SearchTextNormalizer.normalizeQuery(null)).isEmpty();
		assertThat(SearchTextNormalizer.normalizeQuery(" \t ")).isEmpty();
		assertThat(SearchTextNormalizer.normalizeQuery("\u00a0\u3000\u200b\u3164")).isEmpty();
	}

	@Test
	void invisibleCharactersAreIgnored() {
		assertThat(SearchTextNormalizer.normalizeQuery("\ufeff한\u200b강\u00ad\u3000밤 ")).isEqualTo("한강밤");
		assertThat(SearchTextNormalizer.normalizeQuery("❤\ufe0f")).isEqualTo("❤");
	}

	@Test
	void initialsFollowTheFields() {
		assertThat(SearchTextNormalizer.normalizeFields("민트색 소음", "Band 값", "Hall"))
			.isEqualTo("민트색소음\0band값\0hall\0" + SearchTextNormalizer.normalizeQuery("ㅁㅌㅅㅅㅇ\0bandㄱ"));
		assertThat(SearchTextNormalizer.normalizeQuery("ㄳ")).isEqualTo(SearchTextNormalizer.normalizeQuery("ㄱ ㅅ"));
	}

	@Test
	void fieldsAreSeparated() {
		assertThat(SearchTextNormalizer.normalizeFields("A b", "C", "D")).isEqualTo("ab\0c\0d");
	}

}
