package app.frontrow.catalogue.cache;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import app.frontrow.shared.text.NameRules;

/**
 * Prepares text for comparison. It removes differences of case, width and accents, and of
 * composed and decomposed Korean syllables.
 */
public final class SearchTextNormalizer {

	/**
	 * Separates the fields. {@link app.frontrow.catalogue.concert.ConcertDraft} does not
	 * allow it within a field.
	 */
	static final char FIELD_SEPARATOR = '\0';

	/**
	 * Accents of Latin, Greek and Cyrillic letters, and invisible characters. Other
	 * scripts keep their marks, because these are letters there.
	 */
	private static final Pattern IGNORED = Pattern.compile("[\\u0300-\\u036f" + NameRules.HIDDEN + "]+");

	private SearchTextNormalizer() {
	}

	static String normalizeFields(String... fields) {
		return fold(String.join(String.valueOf(FIELD_SEPARATOR), fields));
	}

	/** Prepares the text that a visitor entered; null becomes an empty text. */
	public static String normalizeQuery(String text) {
		return (text != null) ? fold(text).strip() : "";
	}

	private static String fold(String text) {
		if (text.chars().allMatch((unit) -> unit < 0x80)) {
			return text.toLowerCase(Locale.ROOT);
		}
		String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
		String bare = IGNORED.matcher(apart).replaceAll("");
		return Normalizer.normalize(foldCase(bare), Normalizer.Form.NFC);
	}

	/**
	 * Converts to upper case first and then to lower case. So letters with a common upper
	 * case become equal: ß and ss, ς and σ.
	 */
	private static String foldCase(String text) {
		return text.toUpperCase(Locale.ROOT)
			.codePoints()
			.map(Character::toLowerCase)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
