package app.frontrow.catalogue.cancellation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import app.frontrow.shared.error.InvalidInputException.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Checks, sorts and stores the cancellation rules of a concert.
 */
public final class CancellationRules {

	/** The name of the field. */
	public static final String FIELD = "cancellationRules";

	private static final int MAX_LINES = 10;

	private static final int MAX_DAYS = 365;

	private static final int MAX_PERCENT = 100;

	private CancellationRules() {
	}

	/**
	 * Returns the rules in the order of time. The earliest comes first.
	 * @param rules null stays null
	 */
	public static @Nullable List<CancellationRule> validate(List<Violation> violations,
			@Nullable List<CancellationRule> rules) {
		if (rules == null) {
			return null;
		}
		List<CancellationRule> sorted = sort(rules);
		if (sorted.size() > MAX_LINES || !sorted.stream().allMatch(CancellationRules::isInRange)) {
			violations.add(new Violation(FIELD, "cancellation-rules", List.of(MAX_LINES, MAX_DAYS)));
		}
		for (int line = 1; line < sorted.size(); line++) {
			CancellationRule before = sorted.get(line - 1);
			CancellationRule rule = sorted.get(line);
			if (rule.daysBefore() == before.daysBefore() || rule.percent() < before.percent()) {
				violations.add(new Violation(FIELD, "cancellation-order", List.of()));
				break;
			}
		}
		return sorted;
	}

	/** Returns the rules in the order of time. The earliest comes first. */
	public static List<CancellationRule> sort(List<CancellationRule> rules) {
		return rules.stream().sorted(Comparator.comparingInt(CancellationRule::daysBefore).reversed()).toList();
	}

	private static boolean isInRange(CancellationRule rule) {
		return rule.daysBefore() >= 0 && rule.daysBefore() <= MAX_DAYS && rule.percent() >= 0
				&& rule.percent() <= MAX_PERCENT;
	}

	/**
	 * Returns the rule for a cancellation this many days before the show. The last rule
	 * is valid until the show begins.
	 * @param rules in the order of {@link #validate}; at least one
	 */
	public static CancellationRule choose(List<CancellationRule> rules, long daysBefore) {
		return rules.stream()
			.filter((rule) -> rule.daysBefore() <= daysBefore)
			.findFirst()
			.orElseGet(() -> rules.get(rules.size() - 1));
	}

	/** Writes the rules as they are stored, for example {@code 10:0,7:10,0:90}. */
	public static String write(List<CancellationRule> rules) {
		return rules.stream().map((rule) -> rule.daysBefore() + ":" + rule.percent()).collect(Collectors.joining(","));
	}

	/**
	 * Reads stored rules.
	 * @throws IllegalArgumentException if the text has another form
	 */
	public static List<CancellationRule> parse(String text) {
		return Arrays.stream(text.replace(" ", "").split(",")).map((rule) -> {
			String[] parts = rule.split(":");
			if (parts.length != 2) {
				throw new IllegalArgumentException("Not a cancellation rule like 7:10: " + rule);
			}
			return new CancellationRule(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
		}).toList();
	}

}
