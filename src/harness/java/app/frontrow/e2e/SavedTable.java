package app.frontrow.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An export that a browser has saved as CSV. Its columns are found by their place,
 * because their names depend on the language.
 *
 * @param columns names of the columns in the code
 */
record SavedTable(List<String> columns, List<List<String>> rows) {

	private static final Map<String, List<String>> COLUMNS = Map.of("settlement",
			List.of("concert", "title", "show-number", "show", "grade", "sold", "gross", "refunded-tickets", "refunded",
					"fees", "net"),
			"ledger",
			List.of("line", "at", "type", "amount", "balance", "username", "concert", "booking-number", "reference"));

	/** Reads the file without its first line. No cell of the tests has a comma. */
	static SavedTable read(Path file, String kind) throws IOException {
		List<String> lines = Files.readAllLines(file);
		List<List<String>> rows = lines.stream().map((line) -> Arrays.asList(line.split(",", -1))).toList();
		if (rows.stream().anyMatch((row) -> row.size() != COLUMNS.get(kind).size())) {
			throw new IllegalStateException("Not the columns of the " + kind + ": " + lines);
		}
		return new SavedTable(COLUMNS.get(kind), rows.subList(1, rows.size()));
	}

	/** The sum of a column of numbers. */
	long sum(String column) {
		int at = this.columns.indexOf(column);
		return this.rows.stream().mapToLong((row) -> Long.parseLong(row.get(at))).sum();
	}

}
