package app.frontrow.shared.store;

/**
 * Escapes text of visitors for the pattern of an SQL {@code like}.
 */
public final class LikePatternEscaper {

	private LikePatternEscaper() {
	}

	/**
	 * Escapes the wildcards of the pattern, for use with {@code escape '!'}.
	 */
	public static String escape(String text) {
		return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
	}

}
