package app.frontrow.catalogue.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.shared.text.NameRules;
import org.jspecify.annotations.Nullable;

/**
 * Prepares text for comparison. It removes differences of case, width, accents and
 * spaces, and of composed and decomposed Korean syllables.
 */
public final class SearchTextNormalizer {

	/**
	 * Separates the fields. {@link app.frontrow.catalogue.concert.ConcertDraft} does not
	 * allow it within a field.
	 */
	public static final char FIELD_SEPARATOR = '\0';

	/**
	 * Accents of Latin, Greek and Cyrillic letters, and invisible characters. Other
	 * scripts keep their marks, because these are letters there.
	 */
	private static final Pattern IGNORED = Pattern.compile("[\\u0300-\\u036f" + NameRules.HIDDEN + "]+");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private SearchTextNormalizer() {
	}

	/**
	 * Prepares the fields of a concert. The Korean initials of the fields follow after
	 * the fields. So initials are found like any other text.
	 */
	public static String normalizeFields(String... fields) {
		String[] folded = Arrays.stream(fields).map(SearchTextNormalizer::normalizeQuery).toArray(String[]::new);
		Stream<String> initials = Arrays.stream(folded)
			.filter(HangulInitials::hasSyllable)
			.map(HangulInitials::replaceSyllables);
		return Stream.concat(Arrays.stream(folded), initials)
			.collect(Collectors.joining(String.valueOf(FIELD_SEPARATOR)));
	}

	/** Prepares the text that a visitor entered; null becomes an empty text. */
	public static String normalizeQuery(@Nullable String text) {
		return (text != null) ? SPACES.matcher(fold(text)).replaceAll("") : "";
	}

	static String fold(String text) {
		if (text.chars().allMatch((sign) -> sign < 0x80)) {
			return text.toLowerCase(Locale.ROOT);
		}
		String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
		String bare = IGNORED.matcher(apart).replaceAll("");
		return HangulInitials.splitClusters(Normalizer.normalize(foldCase(bare), Normalizer.Form.NFC));
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
