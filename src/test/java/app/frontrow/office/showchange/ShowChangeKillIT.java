package app.frontrow.office.showchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.demo.PaidOrderGenerator;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.shared.StaffRole;
import app.frontrow.stores.OwnSchema;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Instances are killed while they refund the orders of cancelled shows. Others continue,
 * and each order is refunded exactly once.
 * <p>
 * {@code -Dshowchange.orders} sets the number of orders, and {@code -Dshowchange.kills}
 * how often an instance is killed.
 */
@OutOfProcessTest
class ShowChangeKillIT {

	private static final Logger log = LoggerFactory.getLogger(ShowChangeKillIT.class);

	private static final int ORDERS = Integer.getInteger("showchange.orders", 500);

	private static final int KILLS = Integer.getInteger("showchange.kills", 1);

	private static final int ORDERS_OF_SHOW = 50;

	private static final int MAX_SHOWS = 100;

	/** Concerts of other tests have smaller ids, and use the same Redis. */
	private static final int FIRST_ID = 9_000_000;

	private OwnSchema schema;

	private JdbcClient jdbc;

	private List<ProductInstance> instances = List.of();

	private ProductInstance alive;

	private ApiClient sera;

	@BeforeEach
	void instancesWithPaidOrders(@Autowired Stores stores) throws SQLException {
		this.schema = OwnSchema.create(stores, "frontrow_show_changes");
		this.jdbc = JdbcClient.create(this.schema.connections());
		this.jdbc.sql("alter table concerts auto_increment = " + FIRST_ID).update();
		this.jdbc.sql("alter table shows auto_increment = " + FIRST_ID).update();
		Map<String, String> environment = new HashMap<>(stores.environment());
		environment.put("SPRING_DATASOURCE_URL", this.schema.url());
		this.instances = ProductInstance.startAll(List.of("refunding-1", "refunding-2"), environment);
		this.alive = this.instances.get(0);
		MemberFixture audience = new MemberFixture(this.jdbc, this.alive.port());
		ApiClient admin = audience.admin();
		for (int shows = ORDERS / ORDERS_OF_SHOW; shows > 0; shows -= MAX_SHOWS) {
			ConcertFixture.onSale(admin, Math.min(shows, MAX_SHOWS));
		}
		try (Connection connection = this.schema.connections().getConnection()) {
			PaidOrderGenerator.load(connection, Math.max(1, ORDERS / 5));
		}
		this.sera = audience.staff(StaffRole.BOX_OFFICE, null);
	}

	@AfterEach
	void end() throws SQLException {
		this.instances.forEach(ProductInstance::close);
		this.schema.close();
	}

	@Test
	void everyOrderIsRefundedOnceThoughInstancesAreKilled() {
		long paid = sum("select sum(amount) from payments where status = 'PAID'");
		Instant begun = Instant.now();
		List<String> jobs = cancelAllShows();

		for (int kill = 1; kill <= KILLS; kill++) {
			long enough = (long) ORDERS * kill / (KILLS + 1);
			await().pollInterval(Duration.ofMillis(20)).atMost(patience()).until(() -> refunded() >= enough);
			kill(kill % 2);
			assertThat(refunded()).as("a job was under way").isLessThan(ORDERS);
			assertProgressIsShown();
			this.instances.get(kill % 2).launch();
		}
		await().pollInterval(Duration.ofMillis(200)).atMost(patience()).until(() -> running() == 0);

		log.info("{} orders of {} shows were refunded in {} s, with {} kills", ORDERS, jobs.size(),
				Duration.between(begun, Instant.now()).toSeconds(), KILLS);
		assertThat(sum("select sum(done) from show_jobs where total = done and failed = 0")).isEqualTo(ORDERS);
		assertThat(sum("select sum(amount) from show_jobs")).isEqualTo(paid);
		assertThat(sum("select count(distinct payment_id) from refunds where fee = 0")).isEqualTo(ORDERS);
		assertThat(sum("select count(*) from refunds")).isEqualTo(ORDERS);
		assertThat(sum("select count(*) from ledger_entries where type = 'REFUND'")).isEqualTo(ORDERS);
		assertThat(sum("select sum(balance) from wallets")).isEqualTo(paid);
		assertThat(sum("select count(*) from reservations where status = 'CANCELLED'")).isEqualTo(ORDERS);
		assertThat(sum("select count(*) from tickets where not void")).isZero();
		assertThat(sum("select count(*) from seats")).isZero();
		new ReconciliationFixture(this.jdbc).audit();
		assertThat(audit().json().at("/differences").toString()).isEqualTo("[]");
	}

	/** The other instance may be starting since it was killed itself. */
	private void kill(int victim) {
		this.instances.get(victim).kill();
		this.alive = this.instances.get(1 - victim);
		assertThat(this.alive.awaitReady()).isTrue();
		this.sera = this.sera.on(this.alive.port());
	}

	private List<String> cancelAllShows() {
		List<String> jobs = new ArrayList<>();
		for (long show : this.jdbc.sql("select distinct show_id from seats").query(Long.class).list()) {
			jobs.add(this.sera
				.post("/api/v1/office/shows/" + show + "/cancellation", Map.of("reason", "The singer is ill"))
				.expect(202)
				.text("id"));
		}
		return jobs;
	}

	/** The instance that lives tells how far each job is. */
	private void assertProgressIsShown() {
		List<Map<String, Object>> open = this.jdbc
			.sql("select id, done, total from show_jobs where status = 'RUNNING' limit 10")
			.query()
			.listOfRows();
		assertThat(open).isNotEmpty();
		for (Map<String, Object> job : open) {
			Answer shown = this.sera.get("/api/v1/office/jobs/" + job.get("id")).expect(200);
			assertThat(shown.number("done")).isBetween(((Number) job.get("done")).longValue(),
					((Number) job.get("total")).longValue());
		}
	}

	private Answer audit() {
		return new MemberFixture(this.jdbc, this.alive.port()).admin().get("/api/v1/admin/reconciliation").expect(200);
	}

	private long refunded() {
		return sum("select sum(done) from show_jobs");
	}

	private long running() {
		return sum("select count(*) from show_jobs where status = 'RUNNING'");
	}

	private long sum(String sql) {
		return this.jdbc.sql("select coalesce((" + sql + "), 0)").query(Long.class).single();
	}

	private static Duration patience() {
		return Duration.ofMinutes(3).plusMillis(200L * ORDERS);
	}

}
