package app.frontrow.operations;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.stores.FreePort;
import app.frontrow.stores.OnEmbeddedStores;
import app.frontrow.stores.Stores;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Prometheus scrapes two instances under light load. Alerts and panels find their
 * figures, and each fault fires exactly its alerts.
 */
@OutOfProcessTest
@OnEmbeddedStores
@Tag("ops")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "app.frontrow.operations.PrometheusProcess#isInstalled",
		disabledReason = "Prometheus is not installed")
class PrometheusIT {

	/** Its first value appears with the first refusal. */
	private static final String REFUSALS = "frontrow_limits_refused_total";

	/** A slow machine fires it, and tests do not judge speed. */
	private static final String SPEED = "SlowRequests";

	/** After so many scrapes every alert fires that has a reason to. */
	private static final int ENOUGH_SCRAPES = 90;

	private final List<Integer> figures = List.of(FreePort.next(), FreePort.next());

	private final List<ProductInstance> instances = new ArrayList<>();

	/** The load of each instance. */
	private final List<MemberLoad> loads = new ArrayList<>();

	private PrometheusProcess prometheus;

	private Instant phaseBegan;

	@BeforeAll
	void start(@Autowired Stores stores, @Autowired JdbcClient jdbc, @TempDir Path folder) throws Exception {
		for (int port : this.figures) {
			Map<String, String> environment = new HashMap<>(stores.environment());
			environment.putAll(MemberLoad.SETTINGS);
			environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(port));
			this.instances.add(ProductInstance.start(environment));
		}
		MemberFixture audience = new MemberFixture(jdbc, this.instances.get(0).port());
		ApiClient admin = audience.admin();
		for (ProductInstance instance : this.instances) {
			long concert = ConcertFixture.onSale(admin, 1);
			ApiClient.at(instance.port()).get("/api/v1/concerts/" + concert + "/queue").expect(200);
			List<ApiClient> members = audience.members(2).stream().map((member) -> member.on(instance.port())).toList();
			this.loads.add(MemberLoad.start(audience.comeIn(members, concert), concert, List.of()));
		}
		this.loads.forEach((load) -> load.awaitAnswers(20));
		this.prometheus = PrometheusProcess.start(folder, this.figures);
		patiently().until(() -> values(this.prometheus.ask("targets").at("/activeTargets"), "/health"),
				Set.of("up")::equals);
	}

	@AfterAll
	void end() {
		this.loads.forEach(MemberLoad::close);
		if (this.prometheus != null) {
			this.prometheus.close();
		}
		this.instances.forEach(ProductInstance::close);
	}

	@Test
	void alertsAndPanelsFindTheirFiguresOnBothInstances() throws Exception {
		assertThat(values(this.prometheus.ask("targets").at("/activeTargets"), "/labels/instance"))
			.containsExactlyInAnyOrder(instance(0), instance(1));
		for (String expression : MonitoringFiles.alertExpressions()) {
			this.prometheus.query(expression);
		}
		for (String expression : MonitoringFiles.panelExpressions()) {
			if (!expression.contains(REFUSALS)) {
				patiently()
					.untilAsserted(() -> assertThat(this.prometheus.query(expression)).as(expression).isNotEmpty());
			}
		}
		Set<String> metrics = MonitoringFiles.metrics();
		metrics.remove(REFUSALS);
		for (String metric : metrics) {
			patiently().untilAsserted(() -> assertThat(
					values(this.prometheus.query("group by (instance) (" + metric + ")"), "/metric/instance"))
				.as(metric)
				.containsExactlyInAnyOrder(instance(0), instance(1)));
		}
	}

	@Test
	void eachFaultFiresExactlyItsAlerts(@Autowired Stores stores) throws Exception {
		awaitRecovery();
		this.phaseBegan = Instant.now();
		awaitScrapes(ENOUGH_SCRAPES);
		assertRulesWereEvaluated();
		assertThat(fired()).as("healthy").isEmpty();

		this.loads.get(1).close();
		this.phaseBegan = Instant.now();
		this.instances.get(1).kill();
		assertFires("InstanceDown " + instance(1));
		this.instances.get(1).start();
		awaitRecovery();

		this.phaseBegan = Instant.now();
		stores.redis().stop();
		try {
			assertFires("ManyUnavailable", "RedisUnreachable " + instance(0), "RedisUnreachable " + instance(1));
		}
		finally {
			stores.redis().start();
		}
		awaitRecovery();
	}

	private void assertFires(String... alerts) throws Exception {
		patiently().untilAsserted(() -> assertThat(this.prometheus.firing()).contains(alerts));
		awaitScrapes(ENOUGH_SCRAPES / 2);
		assertThat(fired()).containsExactlyInAnyOrder(alerts);
	}

	private void awaitRecovery() {
		patiently().untilAsserted(() -> assertThat(withoutSpeed(this.prometheus.firing())).isEmpty());
	}

	/** What fired since this phase began. */
	private Set<String> fired() throws Exception {
		Set<String> alerts = this.prometheus.firedWithin(Duration.between(this.phaseBegan, Instant.now()));
		System.out.println("Alerts that fired: " + alerts);
		return withoutSpeed(alerts);
	}

	private static Set<String> withoutSpeed(Set<String> alerts) {
		Set<String> others = new TreeSet<>(alerts);
		others.remove(SPEED);
		return others;
	}

	private void awaitScrapes(int more) throws Exception {
		long before = this.prometheus.scrapes(instance(0));
		patiently().until(() -> this.prometheus.scrapes(instance(0)) >= before + more);
	}

	private void assertRulesWereEvaluated() throws Exception {
		List<JsonNode> rules = new ArrayList<>();
		this.prometheus.ask("rules").at("/groups").forEach((group) -> group.at("/rules").forEach(rules::add));
		assertThat(rules).extracting((rule) -> rule.at("/name").asString())
			.containsExactlyInAnyOrderElementsOf(MonitoringFiles.alerts().keySet());
		assertThat(rules).allSatisfy((rule) -> assertThat(rule.at("/health").asString()).isEqualTo("ok"));
	}

	private String instance(int index) {
		return PrometheusProcess.instance(this.figures.get(index));
	}

	private static Set<String> values(JsonNode rows, String path) {
		Set<String> found = new TreeSet<>();
		StreamSupport.stream(rows.spliterator(), false).forEach((row) -> found.add(row.at(path).asString()));
		return found;
	}

	private static ConditionFactory patiently() {
		return await().atMost(Duration.ofMinutes(5));
	}

}
