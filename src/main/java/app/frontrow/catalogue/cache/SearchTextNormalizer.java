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

	/** Prepares what somebody typed, or null. */
	public static String normalizeQuery(String text) {
		return (text != null) ? fold(text).strip() : "";
	}

	private static String fold(String text) {
		if (text.chars().allMatch((sign) -> sign < 0x80)) {
			return text.toLowerCase(Locale.ROOT);
		}
		String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
		String bare = IGNORED.matcher(apart).replaceAll("");
		return Normalizer.normalize(foldCase(bare), Normalizer.Form.NFC);
	}

	/** Upper case first, because some letters share one: ß with ss, ς with σ. */
	private static String foldCase(String text) {
		return text.toUpperCase(Locale.ROOT)
			.codePoints()
			.map(Character::toLowerCase)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
