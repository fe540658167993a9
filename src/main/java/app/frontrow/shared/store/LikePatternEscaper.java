package app.frontrow.shared.store;

/**
 * What people type, made safe for the pattern of an SQL {@code like}.
 */
public final class LikePatternEscaper {

	private LikePatternEscaper() {
	}

	/**
	 * The text with the pattern's own signs taken literally, for {@code escape '!'}.
	 */
	public static String escape(String text) {
		return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
	}

}
