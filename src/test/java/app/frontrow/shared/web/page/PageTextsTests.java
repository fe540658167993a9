package app.frontrow.shared.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.Texts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every word of the pages stands in the bundles of both languages, and nowhere else; and
 * every word in the bundles is used.
 */
class PageTextsTests {

	private static final Path RESOURCES = Path.of("src", "main", "resources");

	private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[(}]");

	private static final Pattern BLANK = Pattern.compile("\\{(\\d)");

	/**
	 * A run of letters between two tags, or in a part of an element that people get to
	 * read.
	 */
	private static final Pattern WORDS = Pattern
		.compile("<(\\w+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>([^<>]*\\p{L}[^<>]*)<");

	private final Properties english = Texts.ofPages(false);

	private final Properties korean = Texts.ofPages(true);

	@Test
	void bothLanguagesHaveTheSameKeys() {
		assertThat(this.korean.stringPropertyNames()).isEqualTo(this.english.stringPropertyNames());
		assertThat(this.english.stringPropertyNames())
			.allSatisfy((key) -> assertThat(blanks(this.korean.getProperty(key))).as(key)
				.isSubsetOf(blanks(this.english.getProperty(key))));
	}

	@Test
	void everyTextOfATemplateExists() {
		Set<String> known = new TreeSet<>(this.english.stringPropertyNames());
		known.addAll(Texts.ofErrors(false).stringPropertyNames());
		Set<String> used = templates().stream()
			.flatMap((template) -> KEY.matcher(template).results())
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(used).hasSizeGreaterThan(80);
		assertThat(known).containsAll(used);
	}

	@Test
	@ProvesRule(rule = "Every message is used", brokenBy = "adding a message")
	void everyTextIsUsed() {
		String sources = String.join("\n", templates())
				+ String.join("\n", files(Path.of("src", "main", "java"), ".java"));
		Set<String> named = Pattern.compile("[\"'{]([A-Za-z0-9][A-Za-z0-9.-]*\\.?)[\"'}(]")
			.matcher(sources)
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toSet());
		named.addAll(Pattern.compile("\\b[A-Z][A-Z_]+\\b")
			.matcher(sources)
			.results()
			.map(MatchResult::group)
			.flatMap((constant) -> Stream.of(constant, constant.toLowerCase(Locale.ROOT).replace('_', '-')))
			.toList());

		assertThat(this.english.stringPropertyNames()).filteredOn((key) -> !isUsed(key, named)).isEmpty();
	}

	/**
	 * Named as a whole, or put together from a beginning that ends with a dot, a name and
	 * an end.
	 */
	private static boolean isUsed(String key, Set<String> named) {
		if (named.contains(key)) {
			return true;
		}
		for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
			String name = key.substring(dot + 1).replaceFirst("\\.[a-z-]+$", "");
			if (named.contains(key.substring(0, dot + 1)) && named.contains(name)) {
				return true;
			}
		}
		return false;
	}

	@Test
	@ProvesRule(rule = "Messages say \"one seat\" and not \"1 seats\"", brokenBy = "writing \"{0} differences\"")
	void numberOneHasASingularText() {
		assertThat(this.english.values()).map((text) -> MessageFormat.format(text.toString(), 1, 1, 1, 1))
			.filteredOn((text) -> text
				.matches("(?s).*(?<!no )\\b1 (seats|people|concerts|hours|differences|places|tickets)\\b.*"))
			.isEmpty();
	}

	@Test
	void argumentsAreFilledInBesideApostrophes() {
		Stream.of(this.english, this.korean)
			.flatMap((texts) -> texts.values().stream().map(String::valueOf))
			.filter((text) -> text.contains("{"))
			.forEach((text) -> assertThat(text.replace("''", "")).doesNotContain("'"));
	}

	@Test
	void templatesContainNoTextOfTheirOwn() {
		List<String> hardCoded = new ArrayList<>();
		for (String template : templates()) {
			String markup = template.replaceAll("(?s)<!--.*?-->", "").replaceAll("(?s)<head>.*?</head>", "");
			WORDS.matcher(markup)
				.results()
				.filter((element) -> !element.group(2).matches("(?s).*th:(text|replace|each).*"))
				.filter((element) -> !Set.of("Frontrow").contains(element.group(3).strip()))
				.map(MatchResult::group)
				.forEach(hardCoded::add);
		}

		assertThat(hardCoded).isEmpty();
	}

	private static Set<String> blanks(String text) {
		return BLANK.matcher(text).results().map((found) -> found.group(1)).collect(Collectors.toSet());
	}

	private static List<String> templates() {
		return files(RESOURCES.resolve("templates"), ".html");
	}

	private static List<String> files(Path folder, String ending) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).map(PageTextsTests::content).toList();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
