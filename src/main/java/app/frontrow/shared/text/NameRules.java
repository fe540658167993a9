package app.frontrow.shared.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import app.frontrow.shared.error.InvalidInputException.Violation;

/**
 * Rules for names that one person enters and others read: display names of members, and
 * names that the ticket office enters.
 */
public final class NameRules {

	/**
	 * A regular expression for one invisible character: Unicode calls this property
	 * {@code Default_Ignorable_Code_Point}. Some of these characters count as letters.
	 */
	public static final String HIDDEN = "[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
			+ "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8"
			+ "\\x{1bca0}-\\x{1bca3}\\x{1d173}-\\x{1d17a}\\x{e0000}-\\x{e0fff}]";

	/**
	 * A name needs a character that people can see. A mark alone is not enough, and
	 * U+2800 is an empty Braille pattern.
	 */
	private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{M}\\p{Cc}\\p{Cf}\\p{Cs}\\u2800" + HIDDEN + "]");

	/**
	 * These characters change the direction of the text after them, up to the end of the
	 * line.
	 */
	private static final Pattern DIRECTION_MARKS = Pattern
		.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

	/**
	 * A name may have this many code units per allowed character. Normalization sorts
	 * marks in a time that grows with the square of their number.
	 */
	private static final int MAX_CODE_UNITS_PER_CHARACTER = 8;

	private NameRules() {
	}

	/**
	 * Normalizes the name, so that equal names have equal code points, and strips spaces.
	 * @param name the name as it was entered
	 * @param maxLength how many characters such a name may have; a text that is too long
	 * in any form is not normalized
	 * @param form the Unicode normalization form
	 */
	public static String normalized(String name, int maxLength, Normalizer.Form form) {
		String stripped = name.strip();
		return (stripped.length() > MAX_CODE_UNITS_PER_CHARACTER * maxLength) ? stripped
				: Normalizer.normalize(stripped, form).strip();
	}

	/**
	 * Returns the rule that the name breaks, if any. A name must have a visible character
	 * and must not change the direction of the text around it.
	 * @param field the name of the field as the caller knows it
	 */
	public static Optional<Violation> violation(String field, String name) {
		if (!VISIBLE.matcher(name).find()) {
			return Optional.of(new Violation(field, "invisible", List.of()));
		}
		return DIRECTION_MARKS.matcher(name).find() ? Optional.of(new Violation(field, "direction", List.of()))
				: Optional.empty();
	}

}
