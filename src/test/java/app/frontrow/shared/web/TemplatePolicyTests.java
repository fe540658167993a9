package app.frontrow.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Templates keep to the content policy, which allows nothing inline, and to forms that
 * carry the CSRF token.
 */
class TemplatePolicyTests {

	private static final Pattern INLINE = Pattern
		.compile("\\sstyle=|\\son\\w+=|<style|<script(?![^>]*src=)|hx-on|javascript:|data:[a-z]+/");

	private static final Pattern PLAIN_POST = Pattern
		.compile("<form(?=[^>]*method=\"post\")(?![^>]*th:(action|replace))[^>]*>");

	private static final Pattern UNESCAPED = Pattern.compile("th:utext|\\[\\(");

	static Stream<Path> templates() {
		try {
			return Files.walk(Path.of("src", "main", "resources", "templates"))
				.filter((file) -> file.toString().endsWith(".html"));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	@ParameterizedTest
	@MethodSource("templates")
	void nothingInlineNothingUnescapedNoFormWithoutToken(Path template) throws IOException {
		String markup = Files.readString(template);

		assertThat(markup).doesNotContainPattern(INLINE)
			.doesNotContainPattern(PLAIN_POST)
			.doesNotContainPattern(UNESCAPED);
		assertThat(markup.lines().count()).isLessThan(100);
	}

}
