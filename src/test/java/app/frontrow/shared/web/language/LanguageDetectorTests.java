package app.frontrow.shared.web.language;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageDetectorTests {

	@AfterEach
	void forget() {
		LocaleContextHolder.resetLocaleContext();
	}

	@ParameterizedTest
	@CsvSource({ "en, 새벽네시 합창단, ko", "en, DJ 온돌 & 구들장 브라스, ko", "en, North of Quiet,", "en, 1999,", "en, 🎹,", "en,,",
			"ko, 새벽네시 합창단,", "ko, North of Quiet, en" })
	void onlyAnotherLanguageThanThePagesIsNamed(String page, String text, String language) {
		LocaleContextHolder.setLocale(Locale.forLanguageTag(page));

		assertThat(new LanguageDetector().detect(text)).isEqualTo(language);
	}

}
