package app.frontrow.catalogue.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed into the search. A word such as "5월", "May" or "2027-05" may be a
 * month, or a part of a name. So a concert fits if its names contain the whole text, or
 * if they contain the rest and a show is in that month.
 *
 * @param whole all that was typed, ready for comparison
 * @param rest the same without the month and the year
 * @param year the year of the month; 0 for any
 * @param month 1 to 12; 0 if no word is a month
 */
public record SearchPhrase(String whole, String rest, int year, int month) {

	private static final Pattern KOREAN = Pattern.compile("(?:(\\d{4})년)?(\\d{1,2})월");

	private static final Pattern NUMBERS = Pattern.compile("(\\d{4})[-./](\\d{1,2})");

	private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})년?");

	private static final Map<String, Integer> ENGLISH = nameMonths();

	/** Reads what somebody typed, or null. */
	public static SearchPhrase parse(String typed) {
		String whole = SearchTextNormalizer.normalizeQuery(typed);
		List<String> words = new ArrayList<>(
				whole.isEmpty() ? List.of() : Arrays.asList(SearchTextNormalizer.fold(typed).strip().split("\\s+")));
		for (String word : words) {
			int[] found = readMonth(word);
			if (found[1] > 0) {
				words.remove(word);
				return withMonth(whole, words, found[0], found[1]);
			}
		}
		return new SearchPhrase(whole, whole, 0, 0);
	}

	public boolean isEmpty() {
		return this.whole.isEmpty();
	}

	public boolean hasMonth() {
		return this.month > 0;
	}

	private static SearchPhrase withMonth(String whole, List<String> others, int year, int month) {
		int found = year;
		for (String word : List.copyOf(others)) {
			Matcher matcher = YEAR.matcher(word);
			if (found == 0 && matcher.matches()) {
				found = Integer.parseInt(matcher.group(1));
				others.remove(word);
			}
		}
		return new SearchPhrase(whole, String.join("", others), found, month);
	}

	/** Returns the year and the month; zeros for what the word does not say. */
	private static int[] readMonth(String word) {
		for (Pattern pattern : List.of(KOREAN, NUMBERS)) {
			Matcher matcher = pattern.matcher(word);
			if (matcher.matches()) {
				int month = Integer.parseInt(matcher.group(2));
				int year = (matcher.group(1) != null) ? Integer.parseInt(matcher.group(1)) : 0;
				return new int[] { year, (month <= 12) ? month : 0 };
			}
		}
		return new int[] { 0, ENGLISH.getOrDefault(word, 0) };
	}

	private static Map<String, Integer> nameMonths() {
		Map<String, Integer> names = new HashMap<>(Map.of("sept", 9));
		for (Month month : Month.values()) {
			String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
			names.put(name, month.getValue());
			names.put(name.substring(0, 3), month.getValue());
		}
		return Map.copyOf(names);
	}

}
