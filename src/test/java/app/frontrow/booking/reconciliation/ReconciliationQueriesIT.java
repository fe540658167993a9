package app.frontrow.booking.reconciliation;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import app.frontrow.booking.reconciliation.ReconciliationChecker.Part;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Position;
import app.frontrow.cost.StatementCounter;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of the reconciliation reads its own rows alone, however large the database is:
 * told by the plans of its statements, and by the rows that the database has read.
 */
@Tag("database")
@OutOfProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciliationQueriesIT {

	private static final int ORDERS = 20_000;

	private static final int ROWS = 100;

	/** Each row of a page is looked up in some other tables. */
	private static final int READS = 40 * ROWS;

	private ReconciliationSchema schema;

	@BeforeAll
	void manyOrders(@Autowired Stores stores) throws SQLException {
		this.schema = ReconciliationSchema.create(stores, "frontrow_reconciled", ORDERS);
	}

	@AfterAll
	void dropThem() throws SQLException {
		this.schema.close();
	}

	@ParameterizedTest
	@EnumSource
	@ProvesRule(rule = "Each statement of the reconciliation has an index for its page",
			guard = "PaymentAuditRepository.findSettled", brokenBy = "leaving out the range of ids")
	void statementHasAnIndexForItsPage(Part part) {
		for (String after : List.of("", (part == Part.SHOWS) ? "200" : "8", (part == Part.SHOWS) ? "399" : "9997")) {
			StatementCounter.reset();
			this.schema.reconciliation().checkPage(new Position(part, after), ROWS);
			List<String> statements = StatementCounter.sent()
				.stream()
				.filter((sql) -> sql.startsWith("select"))
				.toList();
			assertThat(statements).hasSizeGreaterThan(1).allSatisfy(this::assertReadsARange);
		}
	}

	@Test
	@ProvesRule(rule = "A page of the reconciliation reads only its own rows",
			guard = "SeatAuditService.findUnsoldPaidSeats", brokenBy = "leaving out the range of ids")
	void pageReadsOnlyItsOwnRows() {
		long pages = 0;
		Optional<Position> position = Optional.of(Position.START);
		while (position.isPresent()) {
			long before = rowsRead();
			Position from = position.get();
			position = this.schema.reconciliation().checkPage(from, ROWS).next();
			assertThat(rowsRead() - before).as("rows read for the page after %s", from).isLessThan(READS);
			pages++;
		}
		assertThat(pages).isGreaterThan(4 * ORDERS / ROWS);
	}

	private void assertReadsARange(String sql) {
		List<Map<String, Object>> plan = this.schema.jdbc().queryForList("explain format=traditional " + sql);
		assertThat(plan).as(sql).allSatisfy((table) -> {
			if (!String.valueOf(table.get("table")).startsWith("<")) {
				assertThat(table.get("type")).isIn("range", "ref", "eq_ref", "const", "ref_or_null");
			}
		});
	}

	private long rowsRead() {
		return this.schema.jdbc()
			.queryForList("show session status like 'Handler_read%'")
			.stream()
			.filter((row) -> Set.of("Handler_read_key", "Handler_read_next", "Handler_read_rnd_next")
				.contains(row.get("Variable_name")))
			.mapToLong((row) -> Long.parseLong(String.valueOf(row.get("Value"))))
			.sum();
	}

}
