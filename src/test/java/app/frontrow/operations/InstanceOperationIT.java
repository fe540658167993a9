package app.frontrow.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.FreePort;
import app.frontrow.stores.OnEmbeddedStores;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Probes, figures and the end of an instance, as balancers and monitoring see them.
 */
@OutOfProcessTest
@OnEmbeddedStores
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstanceOperationIT {

	private final HttpClient http = HttpClient.newHttpClient();

	private final int figures = FreePort.next();

	private final SpanCollector collector = new SpanCollector();

	private ProductInstance instance;

	@BeforeAll
	void start(@Autowired Stores stores) {
		this.instance = ProductInstance.startAll(List.of("operated"), stores,
				Map.of("MANAGEMENT_SERVER_PORT", String.valueOf(this.figures), "FRONTROW_LIMITS_FAILED_LOG_INS", "1",
						"LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs",
						"MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", this.collector.address(),
						"MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULE_DELAY", "100ms",
						"MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "1.0"))
			.get(0);
	}

	@AfterAll
	void end() {
		this.collector.close();
		if (this.instance != null) {
			this.instance.close();
		}
	}

	@Test
	@ProvesRule(rule = "Figures are open on the management port alone",
			guard = "ManagementPortConfiguration.managementPort", brokenBy = "matching every port")
	void figuresAreOnTheManagementPortAlone() throws Exception {
		assertThat(get(this.instance.port(), "/").statusCode()).isEqualTo(200);
		HttpResponse<String> scraped = get(this.figures, "/actuator/prometheus");
		assertThat(scraped.statusCode()).isEqualTo(200);
		await().untilAsserted(() -> assertThat(get(this.figures, "/actuator/prometheus").body()).contains(
				"frontrow_store_up{store=\"redis\"} 1.0", "frontrow_store_up{store=\"database\"} 1.0",
				"frontrow_redis_evicts{store=\"redis\"} 0.0", "frontrow_store_outdated{store=\"database\"} 0.0",
				"frontrow_database_rights_missing{store=\"database\"} 0.0",
				"frontrow_events_waiting{store=\"database\"} 0.0", "frontrow_reconciliation_age_seconds",
				"http_server_requests_seconds_bucket"));
		assertThat(get(this.instance.port(), "/actuator/prometheus").statusCode()).isEqualTo(302);
		assertThat(get(this.figures, "/me/wallet").statusCode()).isEqualTo(404);
	}

	/** The alerts tell faults, outages and refusals apart by the status. */
	@Test
	@ProvesRule(rule = "An answer of a filter is counted with its status", guard = "OutageFilter",
			brokenBy = "putting it around the filter that counts requests")
	void unreadableFormIsCountedAs400() throws Exception {
		HttpRequest form = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.instance.port() + "/login"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("username=%zz"))
			.build();
		assertThat(this.http.send(form, BodyHandlers.discarding()).statusCode()).isEqualTo(400);
		assertThat(get(this.figures, "/actuator/prometheus").body()).contains("status=\"400\"")
			.doesNotContain("status=\"500\"");
	}

	/** Otherwise an alert would never fire, and a panel would be empty. */
	@Test
	void figuresThatAlertsAndPanelsUseExist(@Autowired JdbcClient jdbc) throws Exception {
		MemberFixture audience = new MemberFixture(jdbc, this.instance.port());
		ApiClient inside = audience.member().comeIn(ConcertFixture.onSale(audience.admin(), 1));
		inside.place().expect(200);
		inside.pay(UUID.randomUUID().toString()).expectProblem(404, "not-found");
		String username = inside.get("/api/v1/members/me").text("username");
		await().until(() -> {
			inside.post("/api/v1/sessions", Map.of("username", username, "password", "wrong horse"));
			return get(this.figures, "/actuator/prometheus").body().contains("frontrow_limits_refused_total");
		});
		await().untilAsserted(
				() -> assertThat(get(this.figures, "/actuator/prometheus").body()).contains(MonitoringFiles.metrics()));
	}

	@Test
	@ProvesRule(rule = "A line of the log names its trace", guard = "application.yml:trace.id",
			brokenBy = "leaving out the name")
	void requestIsTracedAndItsLogNamesTheTrace(@Autowired JdbcClient jdbc) throws Exception {
		ApiClient member = new MemberFixture(jdbc, this.instance.port()).member();
		String token = member.header("Authorization").replace("Bearer ", "");
		String trace = UUID.randomUUID().toString().replace("-", "");
		ApiClient traced = member.with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
		traced.get("/api/v1/members/me").expect(200);
		traced.post("/api/v1/sessions", Map.of("username", "nobody", "password", "wrong horse"));

		await().until(() -> this.collector.text().contains("/api/v1/members/me"));
		assertThat(this.collector.text()).contains("frontrow").doesNotContain(token);
		await().until(() -> Files.readString(this.instance.log()).contains("\"trace.id\":\"" + trace + "\""));
	}

	@Test
	@ProvesRule(rule = "An instance stays ready while Redis is away", guard = "application.yml:add-additional-paths",
			brokenBy = "adding redis to the group readiness")
	void redisThatIsAwayTakesNoInstanceOut(@Autowired Stores stores) throws Exception {
		stores.redis().stop();
		try {
			assertThat(get(this.figures, "/actuator/health").statusCode()).isEqualTo(503);
			assertThat(get(this.instance.port(), "/readyz").statusCode()).isEqualTo(200);
			assertThat(get(this.instance.port(), "/livez").statusCode()).isEqualTo(200);
		}
		finally {
			stores.redis().start();
		}
	}

	@Test
	@ProvesRule(rule = "An instance that ends first says so, and answers meanwhile",
			guard = "DrainService.onApplicationEvent", brokenBy = "leaving out the first sleep")
	void instanceThatEndsAnswersUntilBalancersKnow(@Autowired Stores stores) throws Exception {
		ProductInstance leaving = ProductInstance
			.startAll(List.of("leaving"), stores, Map.of("FRONTROW_SHUTDOWN_DRAIN", "8s"))
			.get(0);
		try (leaving) {
			assertThat(get(leaving.port(), "/livez").headers().firstValue("Connection")).isEmpty();
			Thread end = new Thread(leaving::stop);
			end.start();
			await().until(() -> get(leaving.port(), "/readyz").statusCode() == 503);
			HttpResponse<String> page = get(leaving.port(), "/");
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.headers().firstValue("Connection")).hasValue("close");
			end.join(Duration.ofSeconds(30).toMillis());
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(leaving.port(), "/livez"));
		}
	}

	private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
				BodyHandlers.ofString());
	}

}
