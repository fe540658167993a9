package app.frontrow.shared.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
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

	private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

	private static final Pattern PART = Pattern.compile("~\\{(\\w+/\\w+) ::");

	/** A part that another template has rendered, and escaped, is taken in as it is. */
	private static final Pattern RENDERED = Pattern
		.compile("th:with=\"part=\\$\\{@fragments\\.render\\([^\"]*\\)}\" th:utext=\"\\$\\{part}\"");

	/** Data that no browser runs. The factory of the value escapes it. */
	private static final Pattern EVENT = Pattern
		.compile("<script type=\"application/ld\\+json\" th:utext=\"\\$\\{share\\.event}\"></script>");

	/** The renderer of the texts of the site escapes them. */
	private static final Pattern MARKDOWN = Pattern
		.compile("<div class=\"prose\" dir=\"auto\" th:utext=\"\\$\\{html}\"></div>");

	private static final Pattern UNESCAPED = Pattern.compile("th:utext|\\[\\(");

	/** What people have typed may be written in the other direction than the page. */
	private static final Pattern NAME_IN_THE_OPEN = Pattern.compile(
			"<(?![^>]*dir=\"auto\")[^>]*th:text=\"\\$\\{[\\w.]*\\b(title|artist|venue|description|displayName)}\"");

	static Stream<Path> templates() {
		try {
			return Files.walk(TEMPLATES).filter((file) -> file.toString().endsWith(".html"));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** They are kept for a year, and only addresses in templates carry a file's hash. */
	@Test
	void scriptsNameNoOtherFiles() throws IOException {
		try (Stream<Path> scripts = Files.walk(Path.of("src", "main", "resources", "static", "js"))) {
			for (Path script : scripts.filter(Files::isRegularFile).toList()) {
				assertThat(Files.readString(script)).as(script.toString())
					.doesNotContainPattern(
							"(?m)^\\s*(import|export)\\b.*['\"]|\\bimport\\(['\"]|['\"]/(js|css|img|webjars)/");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("templates")
	@ProvesRule(rule = "A page that is marked as plain needs no htmx", guard = "layout/page.html:plain",
			brokenBy = "marking the list of concerts as plain")
	void pagesWithoutHtmxUseNoneOfItsAttributes(Path template) throws IOException {
		if (Files.readString(template).contains("plain=true")) {
			assertThat(withParts(template, new HashSet<>())).doesNotContain(" hx-", "\"hx-", ",hx-");
		}
	}

	/** The template and every part that it takes in, but not the frame around it. */
	private static String withParts(Path template, Set<Path> known) throws IOException {
		String markup = Files.readString(template);
		if (!known.add(template) || template.endsWith(Path.of("layout", "page.html"))) {
			return "";
		}
		StringBuilder all = new StringBuilder(markup);
		for (MatchResult part : PART.matcher(markup).results().toList()) {
			all.append(withParts(TEMPLATES.resolve(part.group(1) + ".html"), known));
		}
		return all.toString();
	}

	@ParameterizedTest
	@MethodSource("templates")
	@ProvesRule(rule = "A page shows each name in its own direction", guard = "layout/_header.html:dir=\"auto\"",
			brokenBy = "leaving it out")
	void templatesHaveNoInlineCodeAndEveryFormHasAToken(Path template) throws IOException {
		String markup = RENDERED.matcher(Files.readString(template)).replaceAll("");
		markup = MARKDOWN.matcher(EVENT.matcher(markup).replaceAll("")).replaceAll("");

		assertThat(markup).doesNotContainPattern(NAME_IN_THE_OPEN)
			.doesNotContainPattern(INLINE)
			.doesNotContainPattern(PLAIN_POST)
			.doesNotContainPattern(UNESCAPED);
		assertThat(markup.lines().count()).isLessThan(100);
	}

}
