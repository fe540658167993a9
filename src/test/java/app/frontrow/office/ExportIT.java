package app.frontrow.office;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Files leave the office with the figures of the ledger, for those who may have them.
 */
@Tag("database")
class ExportIT extends ProductTest {

	private static final String PATH = "/api/v1/office/exports/";

	private Show show;

	private ApiClient finance;

	private String concert;

	@BeforeEach
	void oneSale() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.concert = "?concertId=" + this.show.concertId();
		this.finance = this.audience.staff(StaffRole.FINANCE, null);
	}

	@AfterEach
	void forgetOrders() {
		this.jdbc.sql("delete from reservations where booking_number is null or booking_number = 'AB'").update();
	}

	@Test
	@ProvesRule(rule = "The sums of the settlement are those of the ledger", guard = "SettlementExport.SETTLEMENT",
			brokenBy = "leaving refunded orders out")
	void sumsEqualTheLedger() {
		List<ApiClient> fans = this.audience.inside(4, this.show.concertId());
		fans.forEach((fan) -> fan.charge(1_000_000).expect(201));
		sell(fans.get(0), 1, 2, 31);
		sell(fans.get(1), 11);
		fans.get(2).cancel(sell(fans.get(2), 12, 32)).expect(200);
		fans.get(3).hold(this.show.id(), 50).expect(201);

		List<Map<String, String>> ledger = read("ledger", this.concert);
		List<Map<String, String>> settlement = read("settlement", this.concert);
		List<Map<String, String>> orders = read("orders", this.concert);
		List<Map<String, String>> tickets = read("tickets", this.concert);

		long paid = -sum(ledger.stream().filter((line) -> line.get("Type").equals("PAYMENT")).toList(), "Amount");
		long refunded = sum(ledger.stream().filter((line) -> line.get("Type").equals("REFUND")).toList(), "Amount");
		assertThat(paid).isEqualTo(720_000);
		assertThat(refunded).isEqualTo(210_000);
		assertThat(sum(settlement, "Gross")).isEqualTo(paid);
		assertThat(sum(settlement, "Refunded")).isEqualTo(refunded);
		assertThat(sum(settlement, "Net")).isEqualTo(-sum(ledger, "Amount"));
		assertThat(sum(settlement, "Tickets sold")).isEqualTo(6);
		assertThat(sum(settlement, "Tickets refunded")).isEqualTo(2);
		assertThat(sum(settlement, "Fees kept")).isZero();
		assertThat(settlement).extracting((row) -> row.get("Grade")).containsExactly("VIP", "R", "S");
		assertThat(sum(orders, "Paid")).isEqualTo(paid);
		assertThat(sum(orders, "Refunded")).isEqualTo(refunded);
		assertThat(orders).extracting((row) -> row.get("Seats")).containsExactly("1 2 31", "11", "12 32", "50");
		assertThat(sum(tickets, "Price")).isEqualTo(paid);
		assertThat(tickets).filteredOn((ticket) -> ticket.get("Valid").equals("1")).hasSize(4);
		await().untilAsserted(() -> {
			List<Map<String, String>> queue = read("queue", this.concert);
			assertThat(sum(queue, "Paid")).isEqualTo(paid);
			assertThat(sum(queue, "Refunded")).isEqualTo(refunded);
			assertThat(sum(queue, "Joined")).isEqualTo(4);
		});
		assertThat(read("settlement", this.concert + "&to=2001-01-01")).isEmpty();
		assertThat(read("orders", this.concert + "&from=2090-01-01&to=2090-01-02")).isEmpty();
	}

	@Test
	void wholeLedgerHasTheSumOfAllBalances() {
		sell(this.audience.member().comeIn(this.show.concertId()), 7);

		assertThat(sum(read("ledger", ""), "Amount"))
			.isEqualTo(this.jdbc.sql("select sum(amount) from ledger_entries").query(Long.class).single());
		assertThat(sum(read("settlement", ""), "Net")).isEqualTo(this.jdbc.sql("""
				select -sum(e.amount) from ledger_entries e join payments p on p.id = e.reference""")
			.query(Long.class)
			.single());
	}

	@Test
	@ProvesRule(rule = "An export has each row once", guard = "OrderPageReader.SELECT",
			brokenBy = "comparing with the time alone")
	void manyPagesHaveEachRowOnce() {
		insertOrders(2_500);

		List<Map<String, String>> orders = read("orders", this.concert);

		assertThat(orders).hasSize(2_500).extracting((row) -> row.get("Order")).doesNotHaveDuplicates();
	}

	@Test
	@ProvesRule(rule = "Half a file never looks like a whole one", guard = "ApiProblemAdvice.answer",
			brokenBy = "leaving out isCommitted")
	void fileThatFailsOnTheWayBreaksTheConnection() {
		String member = insertOrders(1_500);
		// no order has such a number, so reading the second page fails
		this.jdbc.sql("update reservations set booking_number = 'AB' where member_id = ? order by id desc limit 1")
			.param(member)
			.update();

		assertThatThrownBy(() -> this.finance.get(PATH + "orders.csv" + this.concert))
			.isInstanceOf(UncheckedIOException.class);

		forgetOrders();
		this.finance.get(PATH + "orders.csv" + this.concert).expect(200);
	}

	@Test
	void eachRoleHasItsFiles() {
		ApiClient sera = this.audience.staff(StaffRole.BOX_OFFICE, this.show.concertId());
		long other = ConcertFixture.onSale(this.programme, 1);
		sellAt(this.catalogue.findShows(other).get(0).id(), this.audience.member().comeIn(other), 5);
		sell(this.audience.member().comeIn(this.show.concertId()), 5);

		assertThat(rows(sera.get(PATH + "orders.csv").expect(200))).hasSize(1);
		sera.get(PATH + "tickets.csv?concertId=" + other).expectProblem(404, "not-found");
		for (String books : List.of("ledger", "settlement", "queue")) {
			sera.get(PATH + books + ".csv").expectProblem(403, "forbidden");
			sera.get(PATH + books + ".xlsx").expectProblem(403, "forbidden");
		}
		this.audience.staff(StaffRole.SUPPORT, null).get(PATH + "orders.csv").expectProblem(403, "forbidden");
		ApiClient ofConcert = this.audience.staff(StaffRole.FINANCE, this.show.concertId());
		assertThat(rows(ofConcert.get(PATH + "settlement.csv").expect(200))).extracting((row) -> row.get("Concert no."))
			.containsOnly(String.valueOf(this.show.concertId()));
		this.finance.get(PATH + "orders.csv?from=2026-02-30").expectProblem(400, "validation-failed");
		this.finance.get(PATH + "orders.csv?from=2026-02-02&to=2026-02-01T00:00:00Z")
			.expectProblem(400, "validation-failed");
		this.finance.get(PATH + "orders.csv?concertId=999999999").expectProblem(404, "not-found");
	}

	@Test
	@ProvesRule(rule = "Each export is in the trail", guard = "ExportService.write", brokenBy = "leaving out note")
	void exportsAreInTheTrailAndNamesAreNoFormulas() {
		ApiClient fan = this.audience.member().comeIn(this.show.concertId());
		String username = fan.get("/api/v1/members/me").text("username");
		this.jdbc.sql("update members set display_name = '=HYPERLINK(\"http://x\")' where username = ?")
			.param(username)
			.update();
		sell(fan, 5);
		String name = this.finance.get("/api/v1/members/me").text("username");
		PageClient browser = PageClient.at(this.port);
		browser.logIn(name, "correct horse");

		assertThat(browser.get("/office/exports" + this.concert).body()).contains("data-kind=\"ledger\"",
				"/office/exports/orders.csv?concertId=" + this.show.concertId());
		assertThat(browser.get("/office/exports/orders.csv" + this.concert).body()).startsWith("\uFEFF")
			.contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
		Answer sheet = this.finance.get(PATH + "tickets.xlsx" + this.concert).expect(200);
		assertThat(sheet.header("Content-Disposition")).matches("attachment; filename=\"tickets-.*\\.xlsx\"");
		assertThat(sheet.response().body()).startsWith("PK");
		this.finance.send("HEAD", PATH + "orders.csv", null).expect(200);
		this.finance.get(PATH + "orders.csv?concertId=999999999").expect(404);

		Answer trail = this.audience.admin().get("/api/v1/office/trail?who=" + name);
		assertThat(trail.json().at("/items").findValuesAsString("subject")).containsExactly("export:tickets",
				"export:orders");
		assertThat(trail.json().at("/items").findValuesAsString("what")).containsOnly("exported");
	}

	/**
	 * Makes orders of several pages, all of the same moment.
	 * @return the member who made them
	 */
	private String insertOrders(int count) {
		String member = this.audience.member().get("/api/v1/members/me").text("id");
		int made = this.jdbc
			.sql("""
					insert into reservations (id, member_id, concert_id, show_id, starts_at, total, status, held_until, queue_seq,
					  created_at)
					select uuid(), :member, :concert, :show, utc_timestamp(6), 1, 'CANCELLED', '2026-01-01', 1, '2026-01-01'
					from information_schema.columns a join information_schema.columns b limit"""
					+ " " + count)
			.param("member", member)
			.param("concert", this.show.concertId())
			.param("show", this.show.id())
			.update();
		assertThat(made).isEqualTo(count);
		return member;
	}

	private String sell(ApiClient fan, Integer... seats) {
		return sellAt(this.show.id(), fan, seats);
	}

	private static String sellAt(long show, ApiClient fan, Integer... seats) {
		if (fan.balance() == 0) {
			fan.charge(1_000_000).expect(201);
		}
		String order = fan.hold(show, seats).expect(201).text("id");
		fan.with("Idempotency-Key", UUID.randomUUID().toString()).pay(order).expect(201);
		return order;
	}

	private List<Map<String, String>> read(String kind, String query) {
		return rows(this.finance.with("Accept-Language", "en").get(PATH + kind + ".csv" + query).expect(200));
	}

	/** The texts of the tests hold no commas, quotes or lines. */
	private static List<Map<String, String>> rows(Answer file) {
		List<List<String>> lines = file.response()
			.body()
			.substring(1)
			.lines()
			.map((line) -> Arrays.asList(line.split(",", -1)))
			.toList();
		List<Map<String, String>> rows = new ArrayList<>();
		lines.subList(1, lines.size()).forEach((line) -> {
			Map<String, String> row = new LinkedHashMap<>();
			for (int column = 0; column < line.size(); column++) {
				row.put(lines.get(0).get(column), line.get(column));
			}
			rows.add(row);
		});
		return rows;
	}

	private static long sum(List<Map<String, String>> rows, String column) {
		return rows.stream().mapToLong((row) -> Long.parseLong(row.get(column))).sum();
	}

}
