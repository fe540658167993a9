package app.frontrow.money;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.awaitility.Awaitility.await;

/**
 * No transaction needs a second connection while it holds locks, so a crowd cannot
 * exhaust the pool. A start needs two connections; the test takes one away.
 */
@TestPropertySource(properties = { "spring.datasource.hikari.maximum-pool-size=2", "frontrow.reservations.hold=5s" })
@Tag("database")
class OneConnectionIT extends ProductTest {

	@Test
	@ProvesRule(rule = "A request that holds locks needs no second connection", guard = "SeatHoldService.hold",
			brokenBy = "giving it a transaction of its own")
	void holdsAndPaymentsNeedOneConnectionAtATime(@Autowired DataSource pool) throws SQLException {
		Connection taken = pool.getConnection();
		try {
			holdAndSpend(this.port, this.jdbc, this.programme, this.catalogue);
		}
		finally {
			taken.close();
		}
	}

	private void holdAndSpend(int port, JdbcClient jdbc, CatalogueEditService programme,
			CatalogueQueryService catalogue) {
		long concert = ConcertFixture.onSale(programme, 1);
		long show = catalogue.findShows(concert).get(0).id();
		ApiClient member = new MemberFixture(jdbc, port).member().with("Idempotency-Key", "only");
		member.charge(500_000).expect(201);
		ApiClient inside = member.comeIn(concert);
		String paid = inside.hold(show, 1, 2).expect(201).text("id");
		inside.pay(paid).expect(201);
		inside.cancel(paid).expect(200);
		inside = member.with("Idempotency-Key", null).comeIn(concert);
		inside.delete("/api/v1/reservations/" + inside.hold(show, 3).expect(201).text("id")).expect(200);
		String runOut = inside.hold(show, 4).expect(201).text("id");

		ReconciliationFixture books = new ReconciliationFixture(jdbc);
		await().until(() -> books.count("payments where reservation_id = ? and status = 'CANCELLED'", runOut) == 1);
		books.audit();
	}

}
