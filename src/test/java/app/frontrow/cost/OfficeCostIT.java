package app.frontrow.cost;

import java.util.List;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statements of the live board and of exports, counted where the driver sends them.
 */
@TestPropertySource(properties = StatementCounter.SETTING)
class OfficeCostIT extends ProductTest {

	/** The concert, its seats, the sums, the minutes, and the end of the transaction. */
	private static final int BOARD = 5;

	/** With the last one, which is not full. */
	private static final int PAGES = 3;

	@AfterEach
	void forgetOrders() {
		this.jdbc.sql("delete from reservations where booking_number is null").update();
	}

	@Test
	@ProvesRule(rule = "A board costs the same for a large sale", guard = "BoardRepository.findShows",
			brokenBy = "reading the seats show by show")
	void boardCostsTheSameForALargeSale() {
		ApiClient admin = this.audience.admin();
		long small = ConcertFixture.onSale(this.programme, 1);
		long large = ConcertFixture.onSale(this.programme, 40);

		for (long concert : new long[] { small, large }) {
			assertThat(cost(() -> admin.get("/api/v1/office/concerts/" + concert + "/board").expect(200)))
				.hasSizeLessThanOrEqualTo(BOARD);
			assertThat(cost(() -> admin.get("/api/v1/office/concerts/" + concert + "/board").expect(200)))
				.as("shared with who asked just before")
				.hasSizeLessThanOrEqualTo(BOARD);
		}
	}

	@Test
	void pageOfAnExportCostsThreeStatements() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		ApiClient fan = this.audience.member();
		this.jdbc
			.sql("""
					insert into reservations (id, member_id, concert_id, show_id, starts_at, total, status, held_until, queue_seq,
					  created_at)
					select uuid(), :member, :concert, 1, utc_timestamp(6), 1, 'CANCELLED', '2026-01-01', 1, '2026-01-01'
					from information_schema.columns a join information_schema.columns b limit 2500""")
			.param("member", fan.get("/api/v1/members/me").text("id"))
			.param("concert", concert)
			.update();
		ApiClient finance = this.audience.staff(StaffRole.FINANCE, null);

		List<String> sent = cost(
				() -> finance.get("/api/v1/office/exports/orders.csv?concertId=" + concert).expect(200));

		// besides: whether the concert is there, the time, and the entry of the trail
		assertThat(sent.stream().filter((sql) -> !sql.equals("ROLLBACK"))).hasSizeLessThanOrEqualTo(3 * PAGES + 8);
	}

	private static List<String> cost(Runnable request) {
		StatementCounter.reset();
		request.run();
		return StatementCounter.sent();
	}

}
