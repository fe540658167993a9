package app.frontrow.shared.web.language;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Detects the language of text that the ticket office entered. So a screen reader does
 * not read a Korean title with an English voice.
 */
@Component("languages")
public class LanguageDetector {

	/**
	 * Detects the language of a text by its script.
	 * @param text the text of the ticket office; may be null
	 * @return a value for {@code lang}; null if the text has the language of the page
	 */
	public @Nullable String detect(@Nullable String text) {
		if (text == null || text.codePoints().noneMatch(Character::isLetter)) {
			return null;
		}
		Locale language = text.codePoints().anyMatch(LanguageDetector::isHangul) ? Locale.KOREAN : Locale.ENGLISH;
		boolean pages = language.getLanguage().equals(LocaleContextHolder.getLocale().getLanguage());
		return pages ? null : language.getLanguage();
	}

	private static boolean isHangul(int letter) {
		return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL;
	}

}
