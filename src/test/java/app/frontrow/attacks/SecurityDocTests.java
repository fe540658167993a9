package app.frontrow.attacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each requirement in {@code docs/security.md} names a test, a class, a file or a script
 * that exists, or says that it is not met.
 */
class SecurityDocTests {

	private static final Pattern ROW = Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\|.*");

	private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

	private static final Pattern CLASS = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?");

	private static final Pattern FILE = Pattern
		.compile("\\.?\\w[\\w.-]*(/[\\w.-]+)*(/|\\.(md|yml|xml|java|sql))|script/\\w+");

	private static Map<String, List<Path>> classes;

	private static List<String> lines;

	@BeforeAll
	static void read() throws IOException {
		lines = Files.readAllLines(Path.of("docs", "security.md"));
		classes = new HashMap<>();
		try (Stream<Path> sources = Files.walk(Path.of("src"))) {
			sources.filter((path) -> path.toString().endsWith(".java"))
				.forEach((path) -> classes
					.computeIfAbsent(path.getFileName().toString().replace(".java", ""), (name) -> new ArrayList<>())
					.add(path));
		}
	}

	@Test
	void everyNamedTestAndFileExists() throws IOException {
		List<String> missing = new ArrayList<>();
		for (String line : lines) {
			boolean row = ROW.matcher(line).matches();
			Matcher quoted = QUOTED.matcher(row ? shownBy(line) : line);
			while (quoted.find()) {
				String name = quoted.group(1);
				boolean test = name.matches("[A-Z]\\w*(Tests|IT)(\\.\\w+)?");
				if ((row || test || FILE.matcher(name).matches()) && !isThere(name)) {
					missing.add(name);
				}
			}
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void everyRequirementHasAProofOrIsMarkedAsNotMet() {
		assertThat(lines.stream().filter((line) -> ROW.matcher(line).matches())).hasSizeGreaterThan(100)
			.allSatisfy((line) -> {
				assertThat(cells(line)).as(line).hasSize(4).allMatch((cell) -> !cell.isBlank());
				assertThat(cells(line)[2].startsWith("**Not met") || QUOTED.matcher(shownBy(line)).find()).as(line)
					.isTrue();
			});
	}

	@Test
	void everyRequirementIsListedOnceAndInOrder() {
		List<String> ids = lines.stream()
			.map(ROW::matcher)
			.filter(Matcher::matches)
			.map((row) -> row.group(1))
			.toList();

		assertThat(ids).doesNotHaveDuplicates()
			.isSortedAccordingTo((one, other) -> sortable(one).compareTo(sortable(other)));
	}

	private static String[] cells(String row) {
		return row.substring(2, row.length() - 2).split(" \\| ");
	}

	private static String shownBy(String row) {
		String[] cells = cells(row);
		return cells[cells.length - 1];
	}

	private static String sortable(String id) {
		StringBuilder sortable = new StringBuilder();
		for (String part : id.split("\\.")) {
			sortable.append("%03d".formatted(Integer.valueOf(part)));
		}
		return sortable.toString();
	}

	private static boolean isThere(String name) throws IOException {
		Matcher named = CLASS.matcher(name);
		if (!named.matches()) {
			return Files.exists(Path.of(name));
		}
		for (Path source : classes.getOrDefault(named.group(1), List.of())) {
			if (named.group(2) == null || Files.readString(source).matches("(?s).*\\s" + named.group(2) + "\\(.*")) {
				return true;
			}
		}
		return false;
	}

}
