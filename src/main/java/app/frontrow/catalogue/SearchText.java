package app.frontrow.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text made ready for comparison: the same for capitals and small letters, with and
 * without accents, and however Korean syllables were typed.
 */
final class SearchText {

	/** Stands between fields. No field may contain it, see {@link ConcertDraft}. */
	static final char BETWEEN = '\0';

	/**
	 * Accents of Latin, Greek and Cyrillic letters; marks of other scripts are letters.
	 */
	private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

	private SearchText() {
	}

	/** The fields of a concert in one line. */
	static String of(String... fields) {
		return fold(String.join(String.valueOf(BETWEEN), fields));
	}

	/** What somebody typed, or null, as it is compared with {@link #of}. */
	static String typed(String text) {
		return (text != null) ? fold(text.strip()) : "";
	}

	private static String fold(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		if (lower.chars().allMatch((sign) -> sign < 0x80)) {
			return lower;
		}
		String bare = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
		return Normalizer.normalize(bare, Normalizer.Form.NFC);
	}

}
