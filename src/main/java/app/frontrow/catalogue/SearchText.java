package app.frontrow.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import app.frontrow.shared.NameRules;

/**
 * Text made ready for comparison: the same for capitals and small letters, for full and
 * half width, with and without accents, and however Korean syllables were typed.
 */
final class SearchText {

	/** Stands between fields. No field may contain it, see {@link ConcertDraft}. */
	static final char BETWEEN = '\0';

	/**
	 * Accents of Latin, Greek and Cyrillic letters, and what shows nothing; marks of
	 * other scripts are letters.
	 */
	private static final Pattern IGNORED = Pattern.compile("[\\u0300-\\u036f" + NameRules.HIDDEN + "]+");

	private SearchText() {
	}

	/** The fields of a concert in one line. */
	static String of(String... fields) {
		return fold(String.join(String.valueOf(BETWEEN), fields));
	}

	/** What somebody typed, or null, as it is compared with {@link #of}. */
	static String typed(String text) {
		return (text != null) ? fold(text).strip() : "";
	}

	private static String fold(String text) {
		if (text.chars().allMatch((sign) -> sign < 0x80)) {
			return text.toLowerCase(Locale.ROOT);
		}
		String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
		String bare = IGNORED.matcher(apart).replaceAll("");
		return Normalizer.normalize(oneCase(bare), Normalizer.Form.NFC);
	}

	/** Capitals first, since some letters share one: ß with ss, ς with σ. */
	private static String oneCase(String text) {
		return text.toUpperCase(Locale.ROOT)
			.codePoints()
			.map(Character::toLowerCase)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
