package app.frontrow.catalogue.text;

import java.util.Map;

/**
 * The first consonants of Korean syllables. People type only these to search quickly: ㅁㅌㅅ
 * finds 민트색. Consonants are leading jamo, U+1100 to U+1112.
 */
final class HangulInitials {

	private static final char FIRST_SYLLABLE = '\uac00';

	private static final char LAST_SYLLABLE = '\ud7a3';

	private static final int SYLLABLES_PER_INITIAL = 588;

	private static final char FIRST_INITIAL = '\u1100';

	/**
	 * Keyboards join two consonants in a row into one sign, such as ㄱㅅ into ㄳ.
	 * Normalization turns these signs into trailing jamo, which are the keys of this map.
	 */
	private static final Map<Character, String> CLUSTERS = Map.ofEntries(Map.entry('\u11aa', "\u1100\u1109"),
			Map.entry('\u11ac', "\u1102\u110c"), Map.entry('\u11ad', "\u1102\u1112"),
			Map.entry('\u11b0', "\u1105\u1100"), Map.entry('\u11b1', "\u1105\u1106"),
			Map.entry('\u11b2', "\u1105\u1107"), Map.entry('\u11b3', "\u1105\u1109"),
			Map.entry('\u11b4', "\u1105\u1110"), Map.entry('\u11b5', "\u1105\u1111"),
			Map.entry('\u11b6', "\u1105\u1112"), Map.entry('\u11b9', "\u1107\u1109"));

	private HangulInitials() {
	}

	static boolean hasSyllable(String text) {
		return text.chars().anyMatch(HangulInitials::isSyllable);
	}

	/** Replaces each syllable by its first consonant. Other characters stay. */
	static String replaceSyllables(String text) {
		StringBuilder initials = new StringBuilder(text.length());
		text.chars()
			.map((sign) -> isSyllable(sign) ? FIRST_INITIAL + (sign - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL : sign)
			.forEach((sign) -> initials.append((char) sign));
		return initials.toString();
	}

	/** Writes joined consonants as two. */
	static String splitClusters(String text) {
		if (text.chars().noneMatch((sign) -> CLUSTERS.containsKey((char) sign))) {
			return text;
		}
		StringBuilder split = new StringBuilder();
		text.chars().forEach((sign) -> split.append(CLUSTERS.getOrDefault((char) sign, Character.toString(sign))));
		return split.toString();
	}

	private static boolean isSyllable(int sign) {
		return sign >= FIRST_SYLLABLE && sign <= LAST_SYLLABLE;
	}

}
