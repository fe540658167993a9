package app.frontrow.catalogue;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTextTests {

	@ParameterizedTest
	@CsvSource({ "Okto SÓLVEIG, okto solveig", "ÅNGSTRÖM, angstrom", "İstanbul, istanbul", "은하수 투어, 은하수 투어", "ガラス, ガラス",
			"100%_!, 100%_!", "🎻 Violin, 🎻 violin" })
	void capitalsAndAccentsDoNotMatter(String typed, String folded) {
		assertThat(SearchText.typed(typed)).isEqualTo(folded);
		assertThat(SearchText.typed(Normalizer.normalize(typed, Normalizer.Form.NFD))).isEqualTo(folded);
		assertThat(SearchText.typed(Normalizer.normalize(typed, Normalizer.Form.NFC))).isEqualTo(folded);
	}

	@Test
	void nothingTypedIsEmpty() {
		assertThat(SearchText.typed(null)).isEmpty();
		assertThat(SearchText.typed(" \t ")).isEmpty();
	}

	@Test
	void fieldsAreApart() {
		assertThat(SearchText.of("A b", "C", "D")).isEqualTo("a b\0c\0d");
	}

}
