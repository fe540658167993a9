package app.frontrow.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductInstance;
import app.frontrow.journey.ReconciliationFixture;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two packaged instances behind Debian's nginx, with the configuration of an
 * installation.
 */
@OutOfProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "app.frontrow.operations.NginxProcess#isInstalled", disabledReason = "nginx is not installed")
class NginxJourneyIT {

	private static final Pattern STYLE = Pattern.compile("href=\"(/css/frontrow-[0-9a-f]{32}\\.css)\"");

	private static final int CROWD = 10_000;

	private List<ProductInstance> instances;

	private NginxProcess nginx;

	private HttpClient http;

	private ApiClient visitor;

	private MemberFixture audience;

	@BeforeAll
	void start(@Autowired Stores stores, @Autowired JdbcClient jdbc) throws Exception {
		this.instances = ProductInstance.startAll(List.of("behind-nginx-1", "behind-nginx-2"), stores,
				Map.of("SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES", "127.0.0.1/32"));
		this.nginx = NginxProcess.start(Path.of("target", "nginx"),
				this.instances.stream().map(ProductInstance::port).toList());
		this.http = this.nginx.client().build();
		this.visitor = ApiClient.at(this.http, this.nginx.url());
		this.audience = new MemberFixture(jdbc, this.instances.get(0).port());
	}

	@AfterAll
	void end() {
		if (this.nginx != null) {
			this.nginx.close();
		}
		if (this.instances != null) {
			this.instances.forEach(ProductInstance::close);
		}
	}

	@Test
	void eightStepsOverTlsLeadToATicket(@Autowired JdbcClient jdbc) throws Exception {
		long concert = ConcertFixture.onSale(this.audience.admin(), 1);
		ApiClient member = this.visitor.signUpAndLogIn();
		ApiClient inside = member.comeIn(concert);
		inside.charge(200_000).expect(201);
		long show = inside.firstShow(concert);
		inside.seats(show).expect(200);
		Answer held = inside.hold(show, 7).expect(201);
		Answer paid = inside.pay(held.text("id")).expect(201);
		assertThat(paid.json().at("/tickets").size()).isEqualTo(1);
		assertThat(paid.response().version()).isEqualTo(HttpClient.Version.HTTP_2);
		String log = Files.readString(this.nginx.accessLog());
		assertThat(this.instances).allSatisfy((instance) -> assertThat(log).contains("127.0.0.1:" + instance.port()));
		new ReconciliationFixture(jdbc).audit();
	}

	@Test
	void pagesWorkWithCookiesOfThisHostAlone() throws Exception {
		PageClient browser = PageClient.at(this.nginx.client(), this.nginx.url());
		HttpResponse<String> loginPage = browser.get("/login");
		assertThat(loginPage.headers().firstValue("Strict-Transport-Security")).isPresent();
		assertThat(loginPage.headers().firstValue("Server").orElse("")).isIn("", "nginx");
		assertThat(loginPage.headers().allValues("Set-Cookie")).isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).startsWith("__Host-").contains("Secure", "Path=/"));
		ApiClient member = this.audience.member();
		String username = member.get("/api/v1/members/me").text("username");
		HttpResponse<String> loggedIn = browser.logIn(username, "correct horse");
		assertThat(loggedIn.statusCode()).isEqualTo(302);
		assertThat(browser.cookie("__Host-frontrow-session")).isNotNull();
		assertThat(browser.get("/me/wallet").statusCode()).isEqualTo(200);
	}

	@Test
	void filesAreCompressedAndKept() throws Exception {
		Matcher style = STYLE.matcher(get("/").body());
		assertThat(style.find()).isTrue();
		HttpResponse<String> first = get(style.group(1), "Accept-Encoding", "gzip");
		assertThat(first.statusCode()).isEqualTo(200);
		assertThat(first.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
		assertThat(get(style.group(1), "Accept-Encoding", "gzip").headers().firstValue("X-Cache")).hasValue("HIT");
		String other = style.group(1).replaceFirst("[0-9a-f]{32}", "0123456789abcdef0123456789abcdef");
		for (int times = 0; times < 2; times++) {
			HttpResponse<String> old = get(other);
			assertThat(old.statusCode()).isEqualTo(200);
			assertThat(old.headers().firstValue("X-Cache")).hasValue("MISS");
		}
	}

	@Test
	void crowdThatAsksForTheQueueCostsTwoRequestsASecond() throws Exception {
		long concert = ConcertFixture.onSale(this.audience.admin(), 1);
		this.audience.member().join(concert).expect(201);
		String path = "/api/v1/concerts/" + concert + "/queue";
		// nginx ends a connection after a thousand requests, which HTTP/2 notices too
		// late
		HttpClient crowd = this.nginx.client().version(HttpClient.Version.HTTP_1_1).build();
		long begun = System.nanoTime();
		Semaphore open = new Semaphore(64);
		List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
		for (int i = 0; i < CROWD; i++) {
			open.acquire();
			HttpRequest request = HttpRequest.newBuilder(URI.create(this.nginx.url() + path + "?visitor=" + i)).build();
			answers.add(crowd.sendAsync(request, BodyHandlers.ofString())
				.whenComplete((answer, failure) -> open.release()));
		}
		answers.forEach((answer) -> assertThat(answer.join().statusCode()).isEqualTo(200));
		double seconds = (System.nanoTime() - begun) / 1e9;

		List<String> log = Files.readAllLines(this.nginx.accessLog())
			.stream()
			.filter((line) -> line.contains(" " + path + " "))
			.toList();
		long passedOn = log.stream().filter((line) -> line.contains(" 127.0.0.1:")).count();
		assertThat(log).hasSize(CROWD);
		assertThat(passedOn).as("of %d requests in %.1f s", CROWD, seconds).isBetween(1L, (long) (2 * (seconds + 1)));
	}

	@Test
	@ProvesRule(rule = "Behind the proxy, a visitor's address is the connection's",
			guard = "frontrow.conf.template:X-Forwarded-For", brokenBy = "passing on the visitor's header")
	void visitorsAddressIsThatOfTheConnection() throws Exception {
		String body = "{\"username\":\"nobody-at-all\",\"password\":\"wrong horse\"}";
		String answer = this.nginx.send("127.0.0.77",
				"POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
						+ "X-Forwarded-For: 203.0.113.9\r\nContent-Type: application/json\r\nContent-Length: "
						+ body.length() + "\r\n\r\n" + body);
		assertThat(answer).startsWith("HTTP/1.1 401");
		StringBuilder logs = new StringBuilder();
		for (ProductInstance instance : this.instances) {
			logs.append(Files.readString(instance.log()));
		}
		assertThat(logs.toString()).contains("127.0.0.77").doesNotContain("203.0.113.9");
	}

	@Test
	void figuresStayInsideAndPlainAddressesLeadToTls() throws Exception {
		assertThat(get("/actuator/health").statusCode()).isEqualTo(404);
		assertThat(get("/readyz").statusCode()).isEqualTo(200);
		HttpResponse<String> plain = this.http.send(
				HttpRequest.newBuilder(URI.create(this.nginx.plainUrl() + "/login?x=1")).build(),
				BodyHandlers.ofString());
		assertThat(plain.statusCode()).isEqualTo(308);
		assertThat(plain.headers().firstValue("Location")).hasValue(this.nginx.url() + "/login?x=1");
	}

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.nginx.url() + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

}
