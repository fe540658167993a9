package app.frontrow.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.stores.OwnSchema;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances of the last release behind HAProxy are upgraded as docs/running.md says,
 * and replaced by the last release again, while members buy and wait.
 */
@OutOfProcessTest
@Tag("ops")
@EnabledIfEnvironmentVariable(named = "TEST_LAST_RELEASE", matches = ".+",
		disabledReason = "TEST_LAST_RELEASE names no jar")
@EnabledIf(value = "app.frontrow.operations.HaproxyProcess#isInstalled", disabledReason = "HAProxy is not installed")
class UpgradeUnderLoadIT {

	private static final int CAPACITY = 8;

	private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/[^\"?#]+\\.(?:css|js|svg|png|woff2))\"");

	private final Path lastRelease = Path.of(System.getenv("TEST_LAST_RELEASE"));

	private final Set<String> files = new ConcurrentSkipListSet<>();

	private final Set<String> failures = new ConcurrentSkipListSet<>();

	private final HttpClient browser = HttpClient.newHttpClient();

	private OwnSchema schema;

	private JdbcClient jdbc;

	private Map<String, String> environment;

	private List<ProductInstance> instances = List.of();

	private HaproxyProcess haproxy;

	@BeforeEach
	void start(@Autowired Stores stores) throws Exception {
		this.schema = OwnSchema.createEmpty(stores, "upgrade");
		this.jdbc = JdbcClient.create(this.schema.connections());
		this.environment = new HashMap<>(stores.environment());
		this.environment.putAll(MemberLoad.SETTINGS);
		this.environment.putAll(Map.of("SPRING_DATASOURCE_URL", this.schema.url(), "FRONTROW_QUEUE_CAPACITY",
				String.valueOf(CAPACITY), "SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES", "127.0.0.1/32",
				"FRONTROW_SHUTDOWN_DRAIN", "5s", "FRONTROW_SCHEMA_MIGRATE", "false"));
		ProductInstance.migrate(this.environment, this.lastRelease);
		this.instances = ProductInstance.startAll(List.of("upgraded-1", "upgraded-2"), this.environment,
				this.lastRelease);
		this.haproxy = HaproxyProcess.start(Path.of("target", "haproxy-upgrade"),
				this.instances.stream().map(ProductInstance::port).toList());
	}

	@AfterEach
	void end() throws Exception {
		if (this.haproxy != null) {
			this.haproxy.close();
		}
		this.instances.forEach(ProductInstance::close);
		this.schema.close();
	}

	@Test
	void upgradeAndReturnAreNotNoticed() throws Exception {
		MemberFixture audience = new MemberFixture(this.jdbc, ApiClient.at(this.haproxy.port()).ofAnyRelease());
		long concert = ConcertFixture.onSale(audience.admin(), 1);
		List<ApiClient> inside = audience.inside(CAPACITY, concert);
		ApiClient early = inside.get(0);
		ApiClient late = inside.get(1);
		List.of(early, late).forEach((member) -> member.charge(200_000).expect(201));
		long show = early.firstShow(concert);
		List<ApiClient> waiting = audience.members(3).stream().map((member) -> member.queue(concert)).toList();

		Thread visitor = new Thread(this::readPages);
		visitor.start();
		try (MemberLoad load = MemberLoad.start(inside.subList(2, CAPACITY), concert, waiting)) {
			load.awaitAnswers(20);
			String heldBefore = early.hold(show, 50).expect(201).text("id");
			ProductInstance.migrate(this.environment, ProductInstance.thisRelease());
			load.awaitAnswers(20);
			replaceBy(ProductInstance.thisRelease(), load);
			early.pay(heldBefore).expect(201);
			await().until(() -> waiting.get(0).status().equals("ADMITTED"));
			String heldAfter = late.hold(show, 49).expect(201).text("id");
			replaceBy(this.lastRelease, load);
			late.pay(heldAfter).expect(201);
			await().until(() -> waiting.get(1).status().equals("ADMITTED"));
			assertThat(waiting.get(2).place().expect(200).number("position")).isEqualTo(1);
			Map<String, Long> outcomes = load.finish();
			System.out.println("Answers during upgrade and return: " + outcomes + ", files: " + this.files.size());
			assertThat(outcomes.keySet()).containsExactlyInAnyOrder("GET 200", "POST 201", "DELETE 200");
		}
		finally {
			visitor.interrupt();
			visitor.join();
		}
		assertThat(this.failures).isEmpty();
		assertThat(this.files).hasSizeGreaterThan(3);
		new ReconciliationFixture(this.jdbc).audit();
	}

	private void replaceBy(Path release, MemberLoad load) {
		for (ProductInstance instance : this.instances) {
			instance.replaceBy(release);
			load.awaitAnswers(20);
		}
	}

	/** Reads a page and its files until interrupted. HAProxy takes turns. */
	private void readPages() {
		try {
			while (true) {
				Matcher file = FILE.matcher(read("/"));
				while (file.find()) {
					this.files.add(file.group(1));
					read(file.group(1));
				}
				read("/login");
			}
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
		}
	}

	private String read(String path) throws InterruptedException {
		try {
			HttpResponse<String> answer = this.browser
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.haproxy.port() + path))
					.header("Accept", "*/*")
					.build(), BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				this.failures.add(path + " " + answer.statusCode());
			}
			return answer.body();
		}
		catch (IOException failure) {
			this.failures.add(path + " " + failure);
			return "";
		}
	}

}
