package app.frontrow.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OnEmbeddedStores;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The primary becomes read-only, as after it has lost its role, while members buy. The
 * instance has a database user who may neither change tables nor write to a read-only
 * server; the command {@code migrate} made the tables.
 */
@OutOfProcessTest
@OnEmbeddedStores
@Tag("database")
class ReadOnlyDatabaseIT {

	private static final String USER = "instance_user";

	private static final String PASSWORD = "b4tt3ry-st4ple";

	@Autowired
	private Stores stores;

	@Autowired
	private JdbcClient jdbc;

	private final ScheduledExecutorService load = Executors.newScheduledThreadPool(4);

	private ProductInstance instance;

	private ApiClient member;

	private long show;

	@BeforeEach
	void start() throws Exception {
		ProductInstance.migrate(this.stores.environment());
		this.jdbc.sql("drop user if exists %s@'127.0.0.1'".formatted(USER)).update();
		this.jdbc.sql("create user %s@'127.0.0.1' identified by '%s'".formatted(USER, PASSWORD)).update();
		this.jdbc.sql("grant select, insert, update, delete on frontrow.* to %s@'127.0.0.1'".formatted(USER)).update();
		Map<String, String> environment = new HashMap<>(this.stores.environment());
		environment.putAll(Map.of("SPRING_DATASOURCE_USERNAME", USER, "SPRING_DATASOURCE_PASSWORD", PASSWORD,
				"FRONTROW_SCHEMA_MIGRATE", "false"));
		this.instance = ProductInstance.start(environment);
		MemberFixture audience = new MemberFixture(this.jdbc, this.instance.port());
		long concert = ConcertFixture.onSale(audience.admin(), 1);
		this.member = audience.member().comeIn(concert);
		this.show = this.member.firstShow(concert);
		this.member.charge(1_000_000).expect(201);
	}

	@AfterEach
	void end() {
		this.load.shutdownNow();
		setReadOnly(false);
		if (this.instance != null) {
			this.instance.close();
		}
	}

	@Test
	@ProvesRule(rule = "A database that becomes read-only is an outage, not an error",
			guard = "StoreOutageDetector.isCauseOf", brokenBy = "leaving out ReadOnlyDatabaseDetector")
	@ProvesRule(rule = "Connections to a primary that became read-only are made anew",
			guard = "GuardedJdbcTemplate.translateException", brokenBy = "leaving out evictAll()")
	void demotedPrimaryIsAnOutageAndItsConnectionsEnd() throws Exception {
		ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
		Set<Long> before = connections();
		this.load.scheduleAtFixedRate(() -> answers.add(this.member.charge(1)), 0, 40, TimeUnit.MILLISECONDS);
		this.load.scheduleAtFixedRate(() -> answers.add(this.member.get("/api/v1/wallet")), 0, 40,
				TimeUnit.MILLISECONDS);
		await().until(() -> answers.size() > 20);
		setReadOnly(true);
		await().until(() -> answers.stream().filter((answer) -> answer.status() == 503).count() > 20);
		this.member.hold(this.show, 1).expectProblem(503, "temporarily-unavailable");
		await().untilAsserted(() -> assertThat(connections()).doesNotContainAnyElementsOf(before));
		setReadOnly(false);
		await().atMost(Duration.ofSeconds(10)).until(() -> this.member.charge(1).status() == 201);
		answers.clear();
		await().until(() -> answers.size() > 20);
		this.load.shutdown();
		assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
		String held = this.member.hold(this.show, 1).expect(201).text("id");
		this.member.pay(held).expect(201);
		new ReconciliationFixture(this.jdbc).audit();
	}

	private void setReadOnly(boolean readOnly) {
		this.jdbc.sql("set global read_only = " + (readOnly ? 1 : 0)).update();
	}

	private Set<Long> connections() {
		return new HashSet<>(this.jdbc.sql("select id from information_schema.processlist where user = ? order by id")
			.params(List.of(USER))
			.query(Long.class)
			.list());
	}

}
