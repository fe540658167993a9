package app.frontrow.office.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

import app.frontrow.cost.StatementCounter;
import app.frontrow.demo.LargeCatalogueGenerator;
import app.frontrow.demo.PaidOrderGenerator;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.shared.PageOf;
import app.frontrow.staff.StaffScope;
import app.frontrow.stores.OwnSchema;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A search for orders reads a few rows by indexes, however many orders there are. It
 * prints how long the searches take.
 * <p>
 * {@code -Dsearch.orders} sets the number of orders, at most 25 million.
 */
@Tag("database")
@OutOfProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderSearchIT {

	private static final Logger log = LoggerFactory.getLogger(OrderSearchIT.class);

	private static final int ORDERS = Integer.getInteger("search.orders", 20_000);

	/** A server with so many orders has more memory than one for tests. */
	private static final int MANY_ORDERS = 500_000;

	private static final int ORDERS_OF_CONCERT = 250;

	private static final int MEMBERS = ORDERS / 5;

	private static final int SEARCHES = Integer.getInteger("search.repeats", 200);

	/** A name has at most 100 members, with some orders each. */
	private static final int MAX_ROWS = 6_000;

	private OwnSchema schema;

	private SingleConnectionDataSource connection;

	private JdbcTemplate jdbc;

	private OrderReadRepository orders;

	private final Random random = new Random(31);

	@BeforeAll
	void manyOrders(@Autowired Stores stores) throws SQLException {
		this.schema = OwnSchema.create(stores, "frontrow_order_search");
		long begun = System.nanoTime();
		try (Connection loading = this.schema.connections().getConnection()) {
			if (ORDERS >= MANY_ORDERS) {
				new JdbcTemplate(new SingleConnectionDataSource(loading, true))
					.execute("set global innodb_buffer_pool_size = 2147483648");
			}
			LargeCatalogueGenerator.load(loading, ORDERS / ORDERS_OF_CONCERT, 1, (step) -> {
			});
			PaidOrderGenerator.load(loading, MEMBERS);
		}
		this.connection = this.schema.connection(StatementCounter.class);
		this.jdbc = new JdbcTemplate(this.connection);
		this.orders = new OrderReadRepository(JdbcClient.create(this.jdbc));
		assertThat(this.jdbc.queryForObject("select count(*) from reservations", Integer.class)).isEqualTo(ORDERS);
		log.info("{} orders of {} members after {} s, kB per 10,000 orders: {}", ORDERS, MEMBERS,
				Duration.ofNanos(System.nanoTime() - begun).toSeconds(), sizes());
	}

	private Map<String, Long> sizes() {
		Map<String, Long> sizes = new TreeMap<>();
		this.jdbc.query("select table_name, data_length + index_length as bytes from information_schema.tables"
				+ " where table_schema = database() and data_length + index_length > 10 * ?", (row) -> {
					sizes.put(row.getString(1), row.getLong(2) * 10_000 / ORDERS / 1_024);
				}, ORDERS);
		return sizes;
	}

	@AfterAll
	void dropThem() throws SQLException {
		this.connection.destroy();
		this.schema.close();
	}

	@ParameterizedTest
	@EnumSource
	void searchReadsFewRows(Kind kind) {
		StatementCounter.reset();
		long before = rowsRead();
		PageOf<OrderSummary> found = search(kind);

		assertThat(rowsRead() - before).isLessThan(MAX_ROWS);
		assertThat(found.items()).isNotEmpty();
		List<String> statements = StatementCounter.sent()
			.stream()
			.filter((sql) -> sql.startsWith("select") || sql.startsWith("(select"))
			.toList();
		assertThat(statements).hasSizeGreaterThan(2).allSatisfy(this::assertUsesIndexes);
	}

	@ParameterizedTest
	@EnumSource
	void timesArePrinted(Kind kind) {
		List<Long> micros = new ArrayList<>();
		for (int search = 0; search < SEARCHES; search++) {
			Supplier<PageOf<OrderSummary>> next = prepare(kind);
			long begun = System.nanoTime();
			assertThat(next.get().items()).isNotEmpty();
			micros.add((System.nanoTime() - begun) / 1_000);
		}
		long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
		log.info("{} orders, {} searches by {}: p50 {} ms, p99 {} ms, longest {} ms", ORDERS, SEARCHES, kind,
				millis(sorted, 50), millis(sorted, 99), sorted[sorted.length - 1] / 1_000.0);
	}

	private static double millis(long[] sorted, int percent) {
		return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1_000.0;
	}

	private PageOf<OrderSummary> search(Kind kind) {
		return prepare(kind).get();
	}

	/** Looks up what somebody might type, which is not part of the search. */
	private Supplier<PageOf<OrderSummary>> prepare(Kind kind) {
		Map<String, Object> order = this.jdbc.queryForMap(
				"select r.id, r.booking_number, r.concert_id, s.seat_no, t.code, m.username, m.display_name"
						+ " from seats s join reservations r on r.id = s.reservation_id"
						+ " join members m on m.id = r.member_id join payments p on p.reservation_id = r.id"
						+ " join tickets t on t.payment_id = p.id where s.show_id = ? and s.seat_no = ?",
				1 + this.random.nextInt(ORDERS / 50), 1 + this.random.nextInt(50));
		Long concert = (kind == Kind.SEAT_NUMBER) ? (Long) order.get("concert_id") : null;
		OrderQuery query = new OrderQuery(kind.text(order), concert, null);
		return () -> this.orders.find(StaffScope.EVERYTHING, query, 0, 20);
	}

	private void assertUsesIndexes(String sql) {
		List<Map<String, Object>> plan = this.jdbc.queryForList("explain format=traditional " + sql);
		assertThat(plan).as(sql).allSatisfy((table) -> {
			if (table.get("table") != null && !String.valueOf(table.get("table")).startsWith("<")) {
				assertThat(table.get("type")).isIn("range", "ref", "eq_ref", "const", "ref_or_null");
			}
		});
	}

	private long rowsRead() {
		return this.jdbc.queryForList("show session status like 'Handler_read%'")
			.stream()
			.filter((row) -> !String.valueOf(row.get("Variable_name")).contains("rnd_deleted"))
			.mapToLong((row) -> Long.parseLong(String.valueOf(row.get("Value"))))
			.sum();
	}

	private enum Kind {

		BOOKING_NUMBER("booking_number"), TICKET_CODE("code"), ORDER_ID("id"), USERNAME("username"),
		DISPLAY_NAME("display_name"), SEAT_NUMBER("seat_no"), BEGINNING_OF_A_NAME("display_name");

		private final String column;

		Kind(String column) {
			this.column = column;
		}

		/** Many members have a name with the same first letter. */
		private String text(Map<String, Object> order) {
			String text = order.get(this.column).toString();
			return (this == BEGINNING_OF_A_NAME) ? text.substring(0, 1) : text;
		}

	}

}
