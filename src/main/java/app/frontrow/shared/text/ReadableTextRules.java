package app.frontrow.shared.text;

/**
 * What people type and others read: on pages, in pictures (XML) and in JSON, none of
 * which can carry every sequence of code units that a Java string can.
 */
public final class ReadableTextRules {

	private ReadableTextRules() {
	}

	/**
	 * Whether the text is one line of characters: no control characters, no half of a
	 * surrogate pair, no code point that Unicode keeps from being a character.
	 */
	public static boolean isLine(String text) {
		return text.codePoints().allMatch(ReadableTextRules::isReadable);
	}

	/**
	 * Whether the text is lines of such characters.
	 */
	public static boolean isLines(String text) {
		return text.codePoints()
			.allMatch((letter) -> isReadable(letter) || letter == '\n' || letter == '\r' || letter == '\t');
	}

	private static boolean isReadable(int letter) {
		boolean noncharacter = (letter & 0xFFFE) == 0xFFFE || (letter >= 0xFDD0 && letter <= 0xFDEF);
		return !Character.isISOControl(letter) && Character.getType(letter) != Character.SURROGATE && !noncharacter;
	}

}
