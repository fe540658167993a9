package app.frontrow.shared.error;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of the codes is the current one.
 */
class ErrorGuideTests {

	private static final Path COMMITTED = Path.of("docs", "errors.md");

	private static final Path CURRENT = Path.of("target", "errors.md");

	private static final String HEAD = """
			# Codes of problems

			After this page you know what a program does about each answer that is not a success.
			Generated from the refusals in the code by `ErrorGuideTests`, which fails when this page is out of date and then says how to renew it.

			| status | code | what to do | members |
			|---|---|---|---|
			""";

	@Test
	void committedPageIsUpToDate() throws IOException {
		String current = HEAD
				+ ErrorCodes.all().stream().map(ErrorGuideTests::row).collect(Collectors.joining("\n", "", "\n"));
		Files.createDirectories(CURRENT.getParent());
		Files.writeString(CURRENT, current);

		assertThat(COMMITTED)
			.as("The codes have changed. Look at the difference, and if it is meant: cp %s %s", CURRENT, COMMITTED)
			.content()
			.isEqualToNormalizingNewlines(current);
	}

	private static String row(ErrorCode code) {
		String members = code.details()
			.stream()
			.map((detail) -> "`" + detail.name() + "`")
			.collect(Collectors.joining(", "));
		return "| %d | `%s` | %s | %s |".formatted(code.status().value(), code.code(), code.advice(), members);
	}

}
