package app.frontrow.shared.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every error has its texts, in both languages.
 */
class ErrorTextsTests {

	private static final Pattern RULE = Pattern.compile(
			"(?:new Violation\\(\\s*[^,()]+,|new InvalidInputException\\(\\s*\"[^\"]+\",)\\s*\"([a-z-]+)\"|\"invalid\\.([a-z-]+)\"");

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void everyCodeHasATitleAndADetail(boolean korean) {
		Properties texts = Texts.ofErrors(korean);

		assertThat(ErrorCodes.all()).allSatisfy((code) -> {
			assertThat(texts.getProperty("error." + code.code() + ".title")).isNotBlank();
			assertThat(texts.getProperty("error." + code.code() + ".detail")).isNotBlank();
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void everyRuleInTheCodeHasAMessageAndEveryMessageItsRule(boolean korean) {
		Set<String> messages = Texts.ofErrors(korean)
			.stringPropertyNames()
			.stream()
			.filter((key) -> key.startsWith("invalid."))
			.map((key) -> key.substring("invalid.".length()))
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(messages).isEqualTo(rulesInTheCode()).contains("length", "seat-twice", "type");
	}

	@Test
	void everyTextBelongsToACode() {
		Set<String> known = ErrorCodes.all()
			.stream()
			.flatMap((code) -> Stream.of("error." + code.code() + ".title", "error." + code.code() + ".detail"))
			.collect(Collectors.toSet());

		assertThat(Texts.ofErrors(false).stringPropertyNames()).filteredOn((key) -> key.startsWith("error."))
			.containsExactlyInAnyOrderElementsOf(known);
	}

	@Test
	void bothLanguagesHaveTheSameTextsWithTheSameBlanks() {
		Properties english = Texts.ofErrors(false);
		Properties korean = Texts.ofErrors(true);

		assertThat(korean.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
		assertThat(english.stringPropertyNames()).allSatisfy(
				(key) -> assertThat(blanks(korean.getProperty(key))).isEqualTo(blanks(english.getProperty(key))));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void textsWithArgumentsHaveNoLoneApostrophe(boolean korean) {
		assertThat(Texts.ofErrors(korean).values()).extracting(String::valueOf)
			.isNotEmpty()
			.allSatisfy((text) -> assertThat(text.replace("''", "")).doesNotContain("'"));
	}

	private static Set<String> rulesInTheCode() {
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.flatMap((file) -> RULE.matcher(content(file)).results())
				.map((found) -> (found.group(1) != null) ? found.group(1) : found.group(2))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Set<String> blanks(String text) {
		return Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
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
