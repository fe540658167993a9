package app.frontrow.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * What one run measures.
 *
 * @param jar the packaged product
 * @param quick whether rounds are few and short
 * @param concerts other concerts in the database, whose seats nobody buys
 * @param only names of the lines to measure; empty for all
 * @param parts parts of the run: {@code table}, {@code smooth}, {@code people} and
 * {@code crowd}
 */
record BenchOptions(Path jar, boolean quick, int concerts, Set<String> only, Set<String> parts) {

	private static final Set<String> ALL = Set.of("table", "smooth", "people", "crowd");

	static BenchOptions of(String... arguments) {
		Path jar = Path.of("target", "frontrow.jar");
		boolean quick = false;
		int concerts = 0;
		Set<String> only = new HashSet<>();
		Set<String> parts = new HashSet<>();
		for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext();) {
			String option = rest.next();
			switch (option) {
				case "--jar" -> jar = Path.of(rest.next());
				case "--quick" -> quick = true;
				case "--concerts" -> concerts = Integer.parseInt(rest.next());
				case "--only" -> only.addAll(Arrays.asList(rest.next().split(",")));
				case "--smooth", "--people", "--crowd" -> parts.add(option.substring(2));
				default -> throw new IllegalArgumentException("Unknown option: " + option);
			}
		}
		if (!only.isEmpty()) {
			parts.add("table");
		}
		return new BenchOptions(jar, quick, concerts, only, parts.isEmpty() ? ALL : parts);
	}

	boolean has(String part) {
		return this.parts.contains(part);
	}

	boolean measures(String line) {
		return has("table") && (this.only.isEmpty() || this.only.contains(line));
	}

	int rounds() {
		return this.quick ? 2 : 4;
	}

	int roundSeconds() {
		return this.quick ? 1 : 2;
	}

	/** Buyers who take each step of a purchase once in a round. */
	int buyers() {
		return this.quick ? 200 : 500;
	}

	/** Most rounds of a warm-up. */
	int warmUps() {
		return this.quick ? 3 : 30;
	}

	int peopleSeconds() {
		return this.quick ? 15 : 120;
	}

}
