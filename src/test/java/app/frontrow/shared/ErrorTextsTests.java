package app.frontrow.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
	@ValueSource(strings = { "i18n/errors.properties", "i18n/errors_ko.properties" })
	void everyCodeHasATitleAndADetail(String bundle) {
		Properties texts = read(bundle);

		assertThat(ErrorCodes.all()).allSatisfy((code) -> {
			assertThat(texts.getProperty("error." + code.code() + ".title")).isNotBlank();
			assertThat(texts.getProperty("error." + code.code() + ".detail")).isNotBlank();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "i18n/errors.properties", "i18n/errors_ko.properties" })
	void everyRuleInTheCodeHasAMessageAndEveryMessageItsRule(String bundle) {
		Set<String> messages = read(bundle).stringPropertyNames()
			.stream()
			.filter((key) -> key.startsWith("invalid."))
			.map((key) -> key.substring("invalid.".length()))
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(messages).isEqualTo(rulesInTheCode()).contains("length", "seat-twice", "type");
	}

	@Test
	void noTextIsForACodeThatIsNotThere() {
		Set<String> known = ErrorCodes.all()
			.stream()
			.flatMap((code) -> Stream.of("error." + code.code() + ".title", "error." + code.code() + ".detail"))
			.collect(Collectors.toSet());

		assertThat(read("i18n/errors.properties").stringPropertyNames()).filteredOn((key) -> key.startsWith("error."))
			.containsExactlyInAnyOrderElementsOf(known);
	}

	@Test
	void bothLanguagesHaveTheSameTextsWithTheSameBlanks() {
		Properties english = read("i18n/errors.properties");
		Properties korean = read("i18n/errors_ko.properties");

		assertThat(korean.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
		assertThat(english.stringPropertyNames()).allSatisfy(
				(key) -> assertThat(blanks(korean.getProperty(key))).isEqualTo(blanks(english.getProperty(key))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "i18n/errors.properties", "i18n/errors_ko.properties" })
	void textsWithArgumentsHaveNoLoneApostrophe(String bundle) {
		assertThat(read(bundle).values()).extracting(String::valueOf)
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

	private static Properties read(String bundle) {
		Properties texts = new Properties();
		try (InputStream in = ErrorTextsTests.class.getClassLoader().getResourceAsStream(bundle)) {
			texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		return texts;
	}

}
