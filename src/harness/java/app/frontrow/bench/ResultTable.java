package app.frontrow.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lines of the result as a Markdown table.
 */
final class ResultTable {

	private static final String ROW = "| %-22s | %8s | %8s | %8s | %-22s | %6s | %6s | %6s | %8s |%n";

	private final PrintStream out;

	private final List<BenchResultLine> lines = new ArrayList<>();

	ResultTable(PrintStream out) {
		this.out = out;
	}

	void add(BenchResultLine line) {
		this.lines.add(line);
		this.out.printf("%s: %s requests/s%n", line.name(), number(line.perSecond()));
	}

	void print() {
		this.out.println();
		row("request", "req/s", "p50 ms", "p99 ms", "ratio", "errors", "SQL", "Redis", "KB");
		row("---", "---:", "---:", "---:", "---", "---:", "---:", "---:", "---:");
		for (BenchResultLine line : this.lines) {
			row(line.name(), number(line.perSecond()), number(line.p50()), number(line.p99()), ratio(line),
					String.valueOf(line.errors()), count(line.cost().statements()), count(line.cost().redisCalls()),
					number(line.cost().kilobytes()));
		}
		this.out.println();
	}

	/** Whether no line was measured. */
	boolean isEmpty() {
		return this.lines.isEmpty();
	}

	/** Whether a request of some line failed. */
	boolean hasErrors() {
		return this.lines.stream().anyMatch((line) -> line.errors() > 0);
	}

	private void row(Object... cells) {
		this.out.printf(ROW, cells);
	}

	private static String ratio(BenchResultLine line) {
		return Double.isNaN(line.ratio()) ? ""
				: String.format(Locale.ROOT, "%.2f of %s", line.ratio(), line.yardstick());
	}

	private static String count(double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.1f", Math.max(0, value));
	}

	static String number(double value) {
		if (Double.isNaN(value)) {
			return "";
		}
		return String.format(Locale.ROOT, (value < 10) ? "%.2f" : (value < 100) ? "%.1f" : "%,.0f", value);
	}

}
