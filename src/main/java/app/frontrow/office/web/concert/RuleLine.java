package app.frontrow.office.web.concert;

import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.catalogue.cancellation.CancellationRule;

/**
 * A cancellation rule as it is typed.
 */
record RuleLine(String days, String percent) {

	static final RuleLine EMPTY = new RuleLine("", "");

	static List<RuleLine> of(List<CancellationRule> rules) {
		return rules.stream()
			.map((rule) -> new RuleLine(String.valueOf(rule.daysBefore()), String.valueOf(rule.percent())))
			.toList();
	}

	static List<RuleLine> of(List<String> days, List<String> percents) {
		return IntStream.range(0, Math.min(days.size(), percents.size()))
			.mapToObj((line) -> new RuleLine(days.get(line), percents.get(line)))
			.toList();
	}

	/**
	 * Reads the lines that are not empty.
	 * @throws ConcertFormFault if one has no two numbers
	 */
	static List<CancellationRule> read(List<RuleLine> lines) {
		return lines.stream().filter((line) -> !line.isEmpty()).map(RuleLine::toRule).toList();
	}

	boolean isEmpty() {
		return this.days.isBlank() && this.percent.isBlank();
	}

	private CancellationRule toRule() {
		try {
			return new CancellationRule(Integer.parseInt(this.days.strip()), Integer.parseInt(this.percent.strip()));
		}
		catch (NumberFormatException unreadable) {
			throw new ConcertFormFault("cancellationRules", "rule-line");
		}
	}

}
