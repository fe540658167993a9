package app.frontrow.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of rules is the current one, and each guard on it exists.
 */
class RuleTableTests {

	private static final Path COMMITTED = Path.of("docs", "rules.md");

	private static final Path CURRENT = Path.of("target", "rules.md");

	private final RuleTable table = RuleTable.read();

	@Test
	void everyGuardExists() {
		assertThat(this.table.rules()).filteredOn((rule) -> !rule.guard().exists())
			.as("The guards of these rules are not there under that name. Name the code that keeps them now")
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Gone", "Seats.gone", "Reconciliation.Position.gone", "gone.lua:step", "queue.lua:gone" })
	void missingGuardIsNoticed(String name) {
		assertThat(new Guard(name).exists()).isFalse();
	}

	@Test
	void committedTableIsUpToDate() throws IOException {
		String current = this.table.toMarkdown();
		Files.writeString(CURRENT, current);

		assertThat(COMMITTED)
			.as("The rules have changed. Look at the difference, and if it is meant: cp %s %s", CURRENT, COMMITTED)
			.content()
			.isEqualToNormalizingNewlines(current);
	}

}
