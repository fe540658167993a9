package app.frontrow.shared.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import app.frontrow.shared.error.InvalidInputException.Violation;

/**
 * Rules of names that one person types and others read: of members and of what the ticket
 * office sells.
 */
public final class NameRules {

	/**
	 * A regular expression of one character that shows nothing by itself: what Unicode
	 * calls {@code Default_Ignorable_Code_Point}. Some of them count as letters.
	 */
	public static final String HIDDEN = "[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
			+ "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8"
			+ "\\x{1bca0}-\\x{1bca3}\\x{1d173}-\\x{1d17a}\\x{e0000}-\\x{e0fff}]";

	/** Marks need a letter to stand on; the Braille pattern has no dots. */
	private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{M}\\p{Cc}\\p{Cf}\\p{Cs}\\u2800" + HIDDEN + "]");

	/** Turn the direction of what stands beside them, up to the end of the line. */
	private static final Pattern DIRECTION_MARKS = Pattern
		.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

	/**
	 * Code units that a character may be typed with. Putting marks in order takes a time
	 * that grows with the square of their number.
	 */
	private static final int MAX_CODE_UNITS_PER_CHARACTER = 8;

	private NameRules() {
	}

	/**
	 * The name in one form, however its letters were typed, without spaces around it.
	 * @param name as it was typed
	 * @param most characters that such a name may have; a text that is too long for that
	 * in any form is returned as it is
	 * @param form the form
	 */
	public static String normalized(String name, int most, Normalizer.Form form) {
		String stripped = name.strip();
		return (stripped.length() > MAX_CODE_UNITS_PER_CHARACTER * most) ? stripped
				: Normalizer.normalize(stripped, form).strip();
	}

	/**
	 * The rule that the name breaks, if any: others can see it, and it leaves the
	 * direction of the text around it alone.
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
