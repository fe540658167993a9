package app.frontrow.catalogue.web.poster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text that is broken into lines of a given width. The font is unknown here, so the
 * width of a letter is estimated: the full font size for Korean and other wide scripts,
 * about half of it for Latin.
 *
 * @param size font size in pixels
 */
record TextBlock(List<String> lines, int size) {

	private static final int[] SIZES = { 36, 30, 25, 21 };

	private static final Pattern LETTER = Pattern.compile("\\X");

	private static final int FIRST_WIDE = 0x1100;

	int lineHeight() {
		return Math.round(this.size * 1.14f);
	}

	/**
	 * The pixels from the baseline of the first line to the baseline of the last line.
	 */
	int height() {
		return (this.lines.size() - 1) * lineHeight();
	}

	/** Uses the largest font that fits, or cuts the text if none does. */
	static TextBlock fit(String words, int width, int maxLines) {
		List<String> lines = List.of();
		for (int size : SIZES) {
			lines = wrap(words.strip(), size, width);
			if (lines.size() <= maxLines) {
				return new TextBlock(lines, size);
			}
		}
		int smallest = SIZES[SIZES.length - 1];
		List<String> kept = new ArrayList<>(lines.subList(0, maxLines));
		kept.set(maxLines - 1, cut(kept.get(maxLines - 1), smallest, width));
		return new TextBlock(kept, smallest);
	}

	static String shorten(String words, int size, int width) {
		return (width(words, size) <= width) ? words : cut(words, size, width);
	}

	private static String cut(String words, int size, int width) {
		StringBuilder kept = new StringBuilder();
		for (String letter : letters(words)) {
			if (width(kept + letter + "…", size) > width) {
				break;
			}
			kept.append(letter);
		}
		return kept.toString().replaceAll("[\\s…]+$", "") + "…";
	}

	private static List<String> wrap(String words, int size, int width) {
		List<String> lines = new ArrayList<>();
		String line = "";
		for (String word : words(words, size, width)) {
			String longer = line.isEmpty() ? word : line + " " + word;
			if (width(longer, size) <= width) {
				line = longer;
				continue;
			}
			if (!line.isEmpty()) {
				lines.add(line);
			}
			line = breakInto(lines, word, size, width);
		}
		lines.add(line);
		return lines;
	}

	/** Keeps text in brackets on one line if it fits. */
	private static List<String> words(String text, int size, int width) {
		List<String> whole = List.of(text.split("\\s+(?![^〈]*〉)"));
		return whole.stream().allMatch((word) -> width(word, size) <= width) ? whole : List.of(text.split("\\s+"));
	}

	/** Breaks a word that is wider than a line, and returns the rest. */
	private static String breakInto(List<String> lines, String word, int size, int width) {
		StringBuilder line = new StringBuilder();
		for (String letter : letters(word)) {
			if (!line.isEmpty() && width(line + letter, size) > width) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(letter);
		}
		return line.toString();
	}

	/**
	 * Returns what a reader sees as one letter each, such as a letter with its accents or
	 * a family of emoji.
	 */
	private static List<String> letters(String text) {
		return LETTER.matcher(text).results().map(MatchResult::group).toList();
	}

	private static double width(String words, int size) {
		return size * words.codePoints().mapToDouble(TextBlock::share).sum();
	}

	private static double share(int letter) {
		if (letter >= FIRST_WIDE && letter != '…' && letter != '–' && letter != '’') {
			return 0.95;
		}
		if (Character.isWhitespace(letter)) {
			return 0.28;
		}
		return Character.isUpperCase(letter) ? 0.7 : 0.57;
	}

}
