package app.frontrow.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of several rounds, printed as a Markdown table of medians.
 */
final class FigureTable {

	private final List<String> titles;

	private final Map<String, List<double[]>> rounds = new LinkedHashMap<>();

	/**
	 * An empty table.
	 * @param titles of the names of the lines, and of their figures
	 */
	FigureTable(String... titles) {
		this.titles = List.of(titles);
	}

	/** Adds a round to the line of that name. */
	void add(String line, double... figures) {
		this.rounds.computeIfAbsent(line, (name) -> new ArrayList<>()).add(figures);
	}

	void print() {
		System.out.println();
		this.lines().forEach(System.out::println);
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("| " + String.join(" | ", this.titles) + " |");
		lines.add("|---" + "|---:".repeat(this.titles.size() - 1) + "|");
		this.rounds.forEach((name, figures) -> lines.add(line(name, figures)));
		return lines;
	}

	private static String line(String name, List<double[]> figures) {
		StringBuilder line = new StringBuilder("| " + name + " |");
		for (int i = 0; i < figures.get(0).length; i++) {
			int column = i;
			line.append(' ').append(ResultTable.number(Median.of(figures, (round) -> round[column]))).append(" |");
		}
		return line.toString();
	}

}
