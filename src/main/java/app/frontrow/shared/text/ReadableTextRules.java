package app.frontrow.shared.text;

/**
 * Checks text that people enter and others read on pages, in SVG pictures and in JSON.
 * These formats cannot contain every character that a Java string can.
 */
public final class ReadableTextRules {

	private ReadableTextRules() {
	}

	/**
	 * Returns whether the text is one line of allowed characters. Control characters,
	 * single surrogates and Unicode noncharacters are not allowed.
	 */
	public static boolean isLine(String text) {
		return text.codePoints().allMatch(ReadableTextRules::isReadable);
	}

	/**
	 * Returns whether the text consists of lines of such characters. Tabs are allowed.
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
