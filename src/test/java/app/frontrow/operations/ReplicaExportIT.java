package app.frontrow.operations;

import java.util.HashMap;
import java.util.Map;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import app.frontrow.stores.ReplicatedMySql;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An instance sells on a MySQL primary and reads exports from its replica.
 */
@OutOfProcessTest
@Tag("ops")
@EnabledIfEnvironmentVariable(named = "TEST_MYSQLD", matches = ".+", disabledReason = "TEST_MYSQLD names no MySQL")
class ReplicaExportIT {

	private final ReplicatedMySql databases = ReplicatedMySql.start();

	private ProductInstance instance;

	private ApiClient finance;

	private ApiClient fan;

	private long concert;

	@BeforeEach
	void start(@Autowired Stores stores, @Autowired StringRedisTemplate redis) throws Exception {
		// a new database gives the ids of earlier concerts again
		redis.execute((RedisCallback<Void>) (connection) -> {
			connection.serverCommands().flushAll();
			return null;
		});
		Map<String, String> environment = new HashMap<>(stores.environment());
		environment.put("SPRING_DATASOURCE_URL", this.databases.url(0));
		environment.put("SPRING_DATASOURCE_USERNAME", this.databases.user());
		environment.put("SPRING_DATASOURCE_PASSWORD", this.databases.password());
		environment.put("FRONTROW_REPLICA_URL", this.databases.url(1));
		this.instance = ProductInstance.start(environment);
		MemberFixture audience = new MemberFixture(this.databases.client(0), this.instance.port());
		this.concert = ConcertFixture.onSale(audience.admin(), 1);
		this.finance = audience.staff(StaffRole.FINANCE, null);
		this.fan = audience.member().comeIn(this.concert);
		this.fan.charge(1_000_000).expect(201);
	}

	@AfterEach
	void end() {
		if (this.instance != null) {
			this.instance.close();
		}
		this.databases.close();
	}

	@Test
	@ProvesRule(rule = "Exports read the replica, sales never do", guard = "ReportDatabase",
			brokenBy = "taking the client of the database itself in the constructor")
	void exportShowsWhatTheReplicaHas() {
		this.databases.awaitReplica(0, 1);
		this.databases.client(1).sql("stop replica sql_thread").update();

		buy(1);

		assertThat(exportedOrders()).as("the replica does not have the order yet").isZero();

		this.databases.client(1).sql("start replica sql_thread").update();
		this.databases.awaitReplica(0, 1);

		assertThat(exportedOrders()).isOne();
	}

	@Test
	void withoutTheReplicaOnlyExportsAreAway() {
		this.databases.setCommitsWait(0, false);
		this.databases.server(1).kill();

		this.finance.get(exportPath()).expectProblem(503, "temporarily-unavailable");
		buy(1);
	}

	private void buy(int seat) {
		this.fan.pay(this.fan.hold(this.fan.firstShow(this.concert), seat).expect(201).text("id")).expect(201);
	}

	private long exportedOrders() {
		return this.finance.get(exportPath()).expect(200).response().body().lines().count() - 1;
	}

	private String exportPath() {
		return "/api/v1/office/exports/orders.csv?concertId=" + this.concert;
	}

}
