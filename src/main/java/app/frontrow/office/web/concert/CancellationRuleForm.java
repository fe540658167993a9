package app.frontrow.office.web.concert;

import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.catalogue.cancellation.CancellationRule;

/**
 * The fields of the form for one cancellation rule, as they were typed.
 */
record CancellationRuleForm(String days, String percent) {

	static final CancellationRuleForm EMPTY = new CancellationRuleForm("", "");

	static List<CancellationRuleForm> of(List<CancellationRule> rules) {
		return rules.stream()
			.map((rule) -> new CancellationRuleForm(String.valueOf(rule.daysBefore()), String.valueOf(rule.percent())))
			.toList();
	}

	static List<CancellationRuleForm> of(List<String> days, List<String> percents) {
		return IntStream.range(0, Math.min(days.size(), percents.size()))
			.mapToObj((line) -> new CancellationRuleForm(days.get(line), percents.get(line)))
			.toList();
	}

	/**
	 * Reads the lines that are not empty.
	 * @throws ConcertFormFault if a line does not have two numbers
	 */
	static List<CancellationRule> read(List<CancellationRuleForm> lines) {
		return lines.stream().filter((line) -> !line.isEmpty()).map(CancellationRuleForm::toRule).toList();
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
