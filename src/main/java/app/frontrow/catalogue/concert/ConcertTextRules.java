package app.frontrow.catalogue.concert;

import java.text.Normalizer;
import java.util.List;

import app.frontrow.shared.error.InvalidInputException.Violation;
import app.frontrow.shared.text.NameRules;
import app.frontrow.shared.text.ReadableTextRules;
import org.jspecify.annotations.Nullable;

/**
 * Rules of the texts that the ticket office writes about a concert.
 */
final class ConcertTextRules {

	static final int MAX_NAME = 200;

	static final int MAX_DESCRIPTION = 5000;

	private ConcertTextRules() {
	}

	/** Returns the cleaned name and adds its first fault to the violations. */
	static String checkName(List<Violation> violations, String field, String typed, int maxLength) {
		String name = NameRules.normalized(typed, maxLength, Normalizer.Form.NFC);
		if (!isOfLength(name, 1, maxLength)) {
			violations.add(new Violation(field, "length", List.of(1, maxLength)));
		}
		else if (!ReadableTextRules.isLine(name)) {
			violations.add(new Violation(field, "unreadable", List.of()));
		}
		else {
			NameRules.violation(field, name).ifPresent(violations::add);
		}
		return name;
	}

	/** Returns null if the name is missing or blank. */
	static @Nullable String checkOptionalName(List<Violation> violations, String field, @Nullable String typed) {
		return checkOptionalName(violations, field, typed, MAX_NAME);
	}

	static @Nullable String checkOptionalName(List<Violation> violations, String field, @Nullable String typed,
			int maxLength) {
		return (typed == null || typed.isBlank()) ? null : checkName(violations, field, typed, maxLength);
	}

	/** Checks a text of several lines. Returns null if it is missing or blank. */
	static @Nullable String checkLines(List<Violation> violations, String field, @Nullable String typed,
			int maxLength) {
		String text = (typed != null) ? typed.strip() : "";
		if (!isOfLength(text, 0, maxLength)) {
			violations.add(new Violation(field, "length", List.of(0, maxLength)));
		}
		if (typed != null && !ReadableTextRules.isLines(typed)) {
			violations.add(new Violation(field, "unreadable", List.of()));
		}
		return text.isEmpty() ? null : text;
	}

	private static boolean isOfLength(String text, int min, int max) {
		int length = text.codePointCount(0, text.length());
		return length >= min && length <= max;
	}

}
