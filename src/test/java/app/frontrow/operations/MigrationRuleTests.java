package app.frontrow.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * During an upgrade, instances of the last release go on with the new schema. So a
 * migration only adds what they do not notice. What they use goes one release later, with
 * the comment {@code -- unused since <release>} on the statement's line.
 */
class MigrationRuleTests {

	/** Earlier ones were never released. */
	private static final int FIRST_VERSION = 99;

	private static final String ALLOWED = "-- unused since ";

	private static final Pattern NOTICED = Pattern
		.compile("\\b(drop\\s+(table|column)|rename\\s|change\\s+(column\\s)?|modify\\s)"
				+ "|\\badd\\s+(column\\s+)?(?!key|index|unique|constraint|check|foreign|primary)\\w+\\s[^,;]*\\bnot\\s+null(?![^,;]*\\bdefault\\b)");

	@Test
	@ProvesRule(rule = "Instances of the last release go on with a migrated schema",
			brokenBy = "adding a column that is not null and has no default")
	void migrationsOnlyAddWhatTheLastReleaseDoesNotNotice() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "db", "migration"))) {
			List<Path> checked = files.filter((file) -> file.toString().endsWith(".sql"))
				.filter((file) -> version(file) >= FIRST_VERSION)
				.toList();
			assertThat(checked).allSatisfy((file) -> assertThat(isNoticed(Files.readString(file))).isFalse());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "alter table seats drop column price;", "drop table seats;",
			"alter table seats\n  add note varchar(20) not null;", "alter table seats add key (a), modify a text;",
			"alter table seats rename column a to b;",
			"alter table seats add column a int default 1, add b int not null" })
	void changeThatTheLastReleaseNoticesIsFound(String sql) {
		assertThat(isNoticed(sql)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "create table notes (id int not null, text varchar(20) not null);",
			"alter table seats add note varchar(20) null, add key by_note (note);",
			"alter table seats add column note varchar(20) not null default '';",
			"alter table seats drop column price; -- unused since 0.1", "-- drop table: not yet\nselect 1;" })
	void changeThatItDoesNotNoticeIsFine(String sql) {
		assertThat(isNoticed(sql)).isFalse();
	}

	private static boolean isNoticed(String sql) {
		String statements = sql.toLowerCase(Locale.ROOT)
			.lines()
			.filter((line) -> !line.contains(ALLOWED) && !line.strip().startsWith("--"))
			.reduce("", (text, line) -> text + line + "\n");
		return NOTICED.matcher(statements).find();
	}

	private static int version(Path file) {
		return Integer.parseInt(file.getFileName().toString().substring(1, 4));
	}

}
