package app.frontrow.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The code that keeps a rule.
 *
 * @param name as {@link ProvesRule#guard()} describes it
 */
record Guard(String name) {

	private static final Path MAIN = Path.of("src", "main");

	/** The demo mode is not part of the packaged product. */
	private static final Path DEMO = Path.of("src", "harness", "java", "app", "frontrow", "demo");

	/** A line that is only a comment, in Lua, JavaScript, CSS or HTML. */
	private static final Pattern COMMENT = Pattern.compile("\\s*(--|//|/?\\*|<!--).*");

	/** What operators install. */
	private static final Path OPS = Path.of("ops");

	private static final List<Path> FILES = Stream.of(MAIN, DEMO, OPS).flatMap(Guard::filesIn).toList();

	boolean exists() {
		List<Path> files = files();
		return this.name.isEmpty() || (files.size() == 1 && isIn(files.get(0)));
	}

	/**
	 * The module that the guard belongs to, or the resource folder; empty if the rule is
	 * about the whole product.
	 */
	String area() {
		if (this.name.isEmpty()) {
			return "";
		}
		Path file = files().stream().findFirst().orElseThrow(() -> new IllegalStateException("No file has " + this));
		int root = file.startsWith(OPS) ? 1 : (file.startsWith(DEMO) || isJava()) ? 5 : 3;
		return (file.getNameCount() > root + 1) ? file.getName(root).toString() : "";
	}

	private boolean isJava() {
		return !this.name.contains(":");
	}

	private List<Path> files() {
		String file = isJava() ? this.name.split("\\.")[0] + ".java" : this.name.split(":")[0];
		return FILES.stream().filter((path) -> path.endsWith(file)).toList();
	}

	private boolean isIn(Path file) {
		try {
			return isJava() ? isDeclaredIn(file) : contains(Files.readString(file), this.name.split(":", 2)[1]);
		}
		catch (IOException | ClassNotFoundException failure) {
			throw new IllegalStateException("Cannot read " + file, failure);
		}
	}

	private boolean isDeclaredIn(Path file) throws ClassNotFoundException {
		String path = file.subpath(3, file.getNameCount()).toString();
		Class<?> type = Class.forName(path.replace(".java", "").replaceAll("[/\\\\]", "."), false,
				Guard.class.getClassLoader());
		List<String> members = Arrays.asList(this.name.split("\\.")).subList(1, this.name.split("\\.").length);
		for (String member : members) {
			List<Class<?>> nested = Stream.of(type.getDeclaredClasses())
				.filter((candidate) -> candidate.getSimpleName().equals(member))
				.toList();
			if (nested.isEmpty()) {
				return Stream.of(type.getDeclaredMethods(), type.getDeclaredFields())
					.flatMap(Stream::of)
					.anyMatch((declared) -> declared.getName().equals(member));
			}
			type = nested.get(0);
		}
		return true;
	}

	private static boolean contains(String text, String word) {
		Pattern whole = Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)");
		return text.lines().anyMatch((line) -> !COMMENT.matcher(line).matches() && whole.matcher(line).find());
	}

	private static Stream<Path> filesIn(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
