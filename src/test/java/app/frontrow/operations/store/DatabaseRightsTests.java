package app.frontrow.operations.store;

import java.util.List;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseRightsTests {

	private static final String ROWS = "GRANT SELECT, INSERT, UPDATE, DELETE ON ";

	@ParameterizedTest
	@ValueSource(strings = { "`front_row`", "\"front_row\"", "`front\\_row`", "`front%`", "`FRONT_ROW`", "*" })
	void grantOnTheSchemaCounts(String schema) {
		assertThat(missing(false, ROWS + schema + ".* TO `u`@`%`")).isEmpty();
		assertThat(missing(true, "GRANT ALL PRIVILEGES ON " + schema + ".* TO `u`@`%` WITH GRANT OPTION")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "`front`.*", "`other`.*", "`front\\%`.*", "`front.row`.*", "`front_row`.`seats`" })
	void grantElsewhereDoesNotCount(String place) {
		assertThat(missing(false, ROWS + place + " TO `u`@`%`")).containsExactly("SELECT", "INSERT", "UPDATE",
				"DELETE");
	}

	@Test
	void severalGrantsAddUp() {
		assertThat(missing(false, "GRANT USAGE ON *.* TO `u`@`%`", "GRANT `buyer`@`%` TO `u`@`%`",
				"GRANT SELECT, UPDATE ON *.* TO `u`@`%`", "GRANT INSERT ON `front_row`.* TO `buyer`@`%`"))
			.containsExactly("DELETE");
	}

	@Test
	@ProvesRule(rule = "An instance that changes tables is told which rights on them it lacks",
			guard = "DatabaseRights.of", brokenBy = "leaving out FOR_TABLES")
	void instanceThatMigratesNeedsRightsOnTables() {
		assertThat(missing(true, ROWS + "`front_row`.* TO `u`@`%`", "GRANT CREATE, ALTER ON *.* TO `u`@`%`"))
			.containsExactly("DROP", "INDEX", "REFERENCES");
	}

	@Test
	void faultNamesTheRightsAndTheRemedy() {
		assertThat(new DatabaseRights("front_row", "u@v@10.0.%", List.of()).faults()).isEmpty();
		assertThat(new DatabaseRights("front_row", "u@v@10.0.%", List.of("UPDATE", "DELETE")).faults())
			.containsExactly("The database user lacks UPDATE, DELETE on the schema front_row:"
					+ " run \"grant update, delete on `front_row`.* to 'u@v'@'10.0.%'\"");
		assertThat(new DatabaseRights("front_row", "u@%", List.of("INDEX")).faults()).singleElement()
			.asString()
			.endsWith("to 'u'@'%'\"; or set FRONTROW_SCHEMA_MIGRATE=false and change tables by the command migrate");
	}

	private static List<String> missing(boolean migrates, String... grants) {
		return DatabaseRights.of("front_row", "u@%", List.of(grants), migrates).missing();
	}

}
