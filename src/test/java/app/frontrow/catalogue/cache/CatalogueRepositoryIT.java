package app.frontrow.catalogue.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import app.frontrow.demo.LargeCatalogueGenerator;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OwnSchema;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queries of the catalogue look at what they want alone, however large the programme
 * is: each is explained by a database with some thousand concerts.
 */
@Tag("database")
@OutOfProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueRepositoryIT {

	private static final int CONCERTS = 4_000;

	private OwnSchema schema;

	private JdbcClient jdbc;

	@BeforeAll
	void aLargeCatalogue(@Autowired Stores stores) throws SQLException {
		this.schema = OwnSchema.create(stores, "frontrow_large");
		DataSource database = this.schema.connections();
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			// nearly everything changed long ago
			statement.execute("set timestamp = unix_timestamp('2020-01-01')");
			LargeCatalogueGenerator.load(connection, CONCERTS, 20, (step) -> {
			});
		}
		this.jdbc = JdbcClient.create(database);
	}

	@AfterAll
	void forgetIt() throws SQLException {
		this.schema.close();
	}

	@Test
	@ProvesRule(rule = "The search for changed shows reads only the changes",
			guard = "V095__catalogue_changes.sql:shows_by_change", brokenBy = "leaving out the index")
	void readOfChangesTouchesOnlyChangedRows() {
		Map<String, Object> lately = Map.of("lag", 11_000_000, "limit", 10_000);

		assertLooksAtFew(CatalogueRepository.CHANGED_CONCERTS, lately, "concerts_by_change");
		assertLooksAtFew(CatalogueRepository.CHANGED_SHOWS, lately, "shows_by_change");
	}

	@Test
	void concertsAreReadByTheirKeys() {
		Map<String, Object> ids = Map.of("ids", LongStream.rangeClosed(500, 520).boxed().toList());

		assertLooksAtFew(ConcertReader.CONCERTS, ids, "PRIMARY");
		assertLooksAtFew(ConcertReader.PRICES, ids, "PRIMARY");
		assertLooksAtFew(ConcertReader.SHOWS, ids, "shows_of_concert");
		assertLooksAtFew(ConcertReader.DESCRIPTIONS, ids, "PRIMARY");
		assertLooksAtFew(CatalogueRepository.CONCERT_OF_SHOW, Map.of("id", 77), "PRIMARY");
	}

	@Test
	void passReadsOnlyItsNextRows() {
		List<Map<String, Object>> plan = explain(CatalogueRepository.NEXT_IDS, Map.of("after", 1_000, "limit", 1_000));

		// the limit ends it; an estimate knows the range alone
		assertThat(plan).singleElement()
			.satisfies((table) -> assertThat(table).containsEntry("key", "PRIMARY").containsEntry("type", "range"));
	}

	private void assertLooksAtFew(String query, Map<String, Object> parameters, String key) {
		assertThat(explain(query, parameters)).as(query).singleElement().satisfies((table) -> {
			assertThat(table).containsEntry("key", key);
			assertThat(Long.parseLong(String.valueOf(table.get("rows")))).isLessThan(CONCERTS / 10);
		});
	}

	private List<Map<String, Object>> explain(String query, Map<String, Object> parameters) {
		return this.jdbc.sql("explain format=traditional " + query).params(parameters).query().listOfRows();
	}

}
