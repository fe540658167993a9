package app.frontrow.shared.web.language;

import java.util.Locale;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in which language words are that the office has typed, so that a screen reader
 * does not read a Korean title with an English voice.
 */
@Component("languages")
public class LanguageDetector {

	/**
	 * The language of a text, as far as its script tells.
	 * @param text as the office typed it; may be null
	 * @return a value for {@code lang}; null where the page's own language is right
	 */
	public String detect(String text) {
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
